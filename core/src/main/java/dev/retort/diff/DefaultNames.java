/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import java.nio.charset.StandardCharsets;

/** The names that PostgreSQL chooses when a statement gives none, as {@code makeObjectName} of its source does. */
final class DefaultNames {

    private static final int MAX_BYTES = 63;

    private DefaultNames() {}

    /** {@return {@code table_column_label}, the longer of the first two cut until it fits} */
    static String of(String table, String column, String label) {
        String first = table;
        String second = column;
        int rest = MAX_BYTES - bytes(label) - 2;
        while (bytes(first) + bytes(second) > rest) {
            if (bytes(first) > bytes(second)) {
                first = shorter(first);
            } else {
                second = shorter(second);
            }
        }
        return first + "_" + second + "_" + label;
    }

    private static String shorter(String name) {
        return name.substring(0, name.offsetByCodePoints(name.length(), -1));
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
