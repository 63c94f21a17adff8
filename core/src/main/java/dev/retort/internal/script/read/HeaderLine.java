/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.read;

import dev.retort.internal.sql.SqlItem;
import org.jspecify.annotations.Nullable;

/**
 * One {@code key: value} line of a comment block.
 *
 * @param key the key, in {@code [a-z_]+}
 * @param value the value without surrounding white space; may be empty
 * @param line its line
 */
record HeaderLine(String key, String value, int line) {

    /** {@return the key and value of a comment; {@code null} for free text, such as {@code https://...}} */
    static @Nullable HeaderLine parse(SqlItem.Comment comment) {
        String text = comment.text();
        int start = 0;
        while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
            start++;
        }
        int end = start;
        while (end < text.length() && isKeyCharacter(text.charAt(end))) {
            end++;
        }
        boolean found = end > start && text.startsWith(":", end) && !text.startsWith("://", end);
        return found
                ? new HeaderLine(
                        text.substring(start, end), text.substring(end + 1).strip(), comment.line())
                : null;
    }

    private static boolean isKeyCharacter(char c) {
        return (c >= 'a' && c <= 'z') || c == '_';
    }
}
