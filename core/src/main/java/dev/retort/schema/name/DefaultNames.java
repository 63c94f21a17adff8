/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.name;

import java.nio.charset.StandardCharsets;

/**
 * The names that PostgreSQL gives to objects without a name, as its {@code makeObjectName} does.
 *
 * @since 0.1
 */
public final class DefaultNames {

    /** {@code NAMEDATALEN} less one. */
    private static final int MAX_BYTES = 63;

    private DefaultNames() {}

    /**
     * {@return the name for something of a column, each part cut where the whole would be too long}
     *
     * @param table the table's name, unquoted and without its schema
     * @param column the column's name, unquoted
     * @param label what PostgreSQL appends, such as {@code not_null}, {@code fkey} or {@code seq}
     */
    public static String of(String table, String column, String label) {
        int room = MAX_BYTES - label.length() - 2;
        int tableBytes = bytes(table);
        int columnBytes = bytes(column);
        while (tableBytes + columnBytes > room) {
            if (tableBytes > columnBytes) {
                tableBytes--;
            } else {
                columnBytes--;
            }
        }
        return clip(table, tableBytes) + '_' + clip(column, columnBytes) + '_' + label;
    }

    /**
     * {@return the name with a label behind it, the name cut where the whole would be too long}
     *
     * @param name the name, unquoted and without its schema
     * @param label what is appended after an underscore, such as {@code pkey} or {@code new}
     */
    public static String of(String name, String label) {
        return clip(name, MAX_BYTES - label.length() - 1) + '_' + label;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String clip(String text, int bytes) {
        String kept = text;
        while (bytes(kept) > bytes) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept;
    }
}
