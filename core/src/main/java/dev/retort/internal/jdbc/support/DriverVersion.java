/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.support;

import java.util.Arrays;
import java.util.List;

/**
 * The version of pgjdbc.
 *
 * @param numbers its numbers, such as 42, 7 and 4; what cannot be read counts as the newest
 */
record DriverVersion(List<Integer> numbers) {

    private static final List<Integer> OLDEST = List.of(42, 7, 4);

    /** Reads a version; suffixes such as {@code -SNAPSHOT} or {@code .jre8} do not count. */
    static DriverVersion parse(String version) {
        return new DriverVersion(Arrays.stream(version.split("[.-]"))
                .limit(OLDEST.size())
                .map(part -> part.matches("\\d{1,9}") ? Integer.parseInt(part) : Integer.MAX_VALUE)
                .toList());
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
