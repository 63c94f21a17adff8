/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The existing names that a mistyped one may have meant. */
public final class NearNames {

    private static final int OFFERED = 3;

    private NearNames() {}

    /** {@return the nearest names in parentheses, ready to follow a sentence; empty when no name is near} */
    public static String suggestion(String mistyped, Collection<String> names) {
        List<String> near = near(mistyped, names);
        return near.isEmpty() ? "" : " (nearest: " + Listing.of(near) + ")";
    }

    /** {@return the nearest names, the nearest first; empty when none is near} */
    public static List<String> near(String mistyped, Collection<String> names) {
        String wanted = mistyped.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, wanted.length() / 3);
        record Candidate(int distance, String name) {}
        List<Candidate> candidates = new ArrayList<>();
        for (String name : names) {
            int distance = distance(wanted, name.toLowerCase(Locale.ROOT));
            if (distance <= limit) {
                candidates.add(new Candidate(distance, name));
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name));
        return candidates.stream().limit(OFFERED).map(Candidate::name).toList();
    }

    /** A cut-off name is as far away as its typing mistakes: the rest of the longer name does not count from four on. */
    private static int distance(String wanted, String name) {
        boolean cutOff = wanted.length() >= 4 && name.length() > wanted.length();
        int whole = edits(wanted, name);
        return cutOff ? Math.min(whole, 1 + edits(wanted, name.substring(0, wanted.length()))) : whole;
    }

    /** {@return Levenshtein's distance of two texts, computed by rows} */
    public static int edits(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int column = 0; column < previous.length; column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[previous.length];
            current[0] = row;
            for (int column = 1; column < current.length; column++) {
                int change = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
                int insertOrDelete = Math.min(current[column - 1], previous[column]) + 1;
                current[column] = Math.min(previous[column - 1] + change, insertOrDelete);
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
