/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.jdbc;

import java.util.Arrays;

/**
 * The version of pgjdbc.
 *
 * @param numbers its numbers, such as 42, 7 and 4; what cannot be read counts as the newest
 */
record DriverVersion(int[] numbers) {

    private static final int[] OLDEST = {42, 7, 4};

    /** Reads a version; suffixes such as {@code -SNAPSHOT} or {@code .jre8} do not count. */
    static DriverVersion parse(String version) {
        int[] numbers = Arrays.stream(version.split("[.-]"))
                .limit(OLDEST.length)
                .mapToInt(part -> part.matches("\\d{1,9}") ? Integer.parseInt(part) : Integer.MAX_VALUE)
                .toArray();
        return new DriverVersion(numbers);
    }

    boolean isSupported() {
        return Arrays.compare(numbers, OLDEST) >= 0;
    }
}
