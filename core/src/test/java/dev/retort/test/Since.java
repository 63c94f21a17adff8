/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which servers a case is for. The first line of one that not every version takes says so: {@code -- since: 15}. What such a
 * line does not excuse fails.
 */
public final class Since {

    private static final Pattern LINE = Pattern.compile("-- since: (\\d+)\n");

    private Since() {}

    /** {@return the first major version that takes a case; 0 when every one does} */
    public static int of(String sql) {
        Matcher line = LINE.matcher(sql);
        return line.lookingAt() ? Integer.parseInt(line.group(1)) : 0;
    }

    /** Skips the test, with the reason, when the server of this run is older. */
    public static void assume(int version) {
        assumeThat(TestServer.version())
                .as("the case is for PostgreSQL %d and later", version)
                .isGreaterThanOrEqualTo(version);
    }
}
