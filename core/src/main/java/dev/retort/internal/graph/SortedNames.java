/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.graph;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A sorted set of ids or labels that never changes: steps and revisions share it, where each would else have a copy. */
public final class SortedNames extends AbstractSet<String> {

    private static final SortedNames EMPTY = new SortedNames();

    private final String[] sorted;

    private SortedNames(String... sorted) {
        this.sorted = sorted;
    }

    public static SortedNames of(Collection<String> names) {
        if (names instanceof SortedNames known) {
            return known;
        }
        String[] sorted = names.toArray(new String[0]);
        Arrays.sort(sorted);
        int length = 0;
        for (String name : sorted) {
            if (length == 0 || !sorted[length - 1].equals(name)) {
                sorted[length++] = name;
            }
        }
        return length == 0 ? EMPTY : new SortedNames(Arrays.copyOf(sorted, length));
    }

    public SortedNames plus(String name) {
        int at = Arrays.binarySearch(sorted, name);
        if (at >= 0) {
            return this;
        }
        int insertion = -at - 1;
        String[] larger = new String[sorted.length + 1];
        System.arraycopy(sorted, 0, larger, 0, insertion);
        larger[insertion] = name;
        System.arraycopy(sorted, insertion, larger, insertion + 1, sorted.length - insertion);
        return new SortedNames(larger);
    }

    /** {@return this set with the other names added; one of the two themselves where it has all} */
    public SortedNames union(SortedNames names) {
        if (names.size() > size()) {
            return names.union(this);
        }
        SortedNames result = this;
        for (String name : names.sorted) {
            result = result.plus(name);
        }
        return result;
    }

    public SortedNames minus(String name) {
        int at = Arrays.binarySearch(sorted, name);
        if (at < 0) {
            return this;
        }
        String[] smaller = new String[sorted.length - 1];
        System.arraycopy(sorted, 0, smaller, 0, at);
        System.arraycopy(sorted, at + 1, smaller, at, smaller.length - at);
        return smaller.length == 0 ? EMPTY : new SortedNames(smaller);
    }

    @Override
    public boolean contains(@Nullable Object name) {
        return name instanceof String text && Arrays.binarySearch(sorted, text) >= 0;
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
