/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.support;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * The version of pgjdbc.
 *
 * @param numbers its numbers, such as 42, 7 and 4; what cannot be read counts as the newest
 */
record DriverVersion(List<Integer> numbers) {

    private static final List<Integer> OLDEST = List.of(42, 7, 4);

    /** Reads a version; suffixes such as {@code -SNAPSHOT} or {@code .jre8} do not count. */
    static DriverVersion parse(String version) {
        List<Integer> numbers = new ArrayList<>();
        StringTokenizer parts = new StringTokenizer(version, ".-");
        while (parts.hasMoreTokens() && numbers.size() < OLDEST.size()) {
            numbers.add(number(parts.nextToken()));
        }
        return new DriverVersion(numbers);
    }

    private static int number(String part) {
        try {
            return Integer.parseInt(part);
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }

    boolean isSupported() {
        for (int i = 0; i < Math.min(numbers.size(), OLDEST.size()); i++) {
            int difference = numbers.get(i).compareTo(OLDEST.get(i));
            if (difference != 0) {
                return difference > 0;
            }
        }
        return numbers.size() >= OLDEST.size();
    }
}
