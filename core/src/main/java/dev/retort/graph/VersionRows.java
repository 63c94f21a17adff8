/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A sorted set of ids that never changes: steps share it, where each would else have a copy of its own. */
final class VersionRows extends AbstractSet<String> {

    private static final VersionRows EMPTY = new VersionRows(new String[0]);

    private final String[] sorted;

    private VersionRows(String[] sorted) {
        this.sorted = sorted;
    }

    static VersionRows of(Collection<String> rows) {
        if (rows instanceof VersionRows known) {
            return known;
        }
        String[] sorted = rows.toArray(new String[0]);
        Arrays.sort(sorted);
        int length = 0;
        for (String row : sorted) {
            if (length == 0 || !sorted[length - 1].equals(row)) {
                sorted[length++] = row;
            }
        }
        return length == 0 ? EMPTY : new VersionRows(Arrays.copyOf(sorted, length));
    }

    VersionRows plus(String row) {
        int at = Arrays.binarySearch(sorted, row);
        if (at >= 0) {
            return this;
        }
        int insertion = -at - 1;
        String[] larger = new String[sorted.length + 1];
        System.arraycopy(sorted, 0, larger, 0, insertion);
        larger[insertion] = row;
        System.arraycopy(sorted, insertion, larger, insertion + 1, sorted.length - insertion);
        return new VersionRows(larger);
    }

    VersionRows minus(String row) {
        int at = Arrays.binarySearch(sorted, row);
        if (at < 0) {
            return this;
        }
        String[] smaller = new String[sorted.length - 1];
        System.arraycopy(sorted, 0, smaller, 0, at);
        System.arraycopy(sorted, at + 1, smaller, at, smaller.length - at);
        return smaller.length == 0 ? EMPTY : new VersionRows(smaller);
    }

    @Override
    public boolean contains(@Nullable Object row) {
        return row instanceof String id && Arrays.binarySearch(sorted, id) >= 0;
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.asList(sorted).iterator();
    }

    @Override
    public int size() {
        return sorted.length;
    }
}
