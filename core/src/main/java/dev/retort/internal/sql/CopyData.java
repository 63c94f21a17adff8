/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The rows that follow a {@code COPY ... FROM stdin}, up to the line {@code \.}.
 *
 * @param rows the rows, each with its line end
 * @param next where SQL continues
 */
record CopyData(String rows, int next) {

    /** {@return whether the statement reads data from the lines after it} */
    static boolean follows(Tokens tokens) {
        if (!tokens.isWord(0, "copy")) {
            return false;
        }
        for (int token = 1; token + 1 < tokens.size(); token++) {
            if (tokens.areWords(token, "from", "stdin")) {
                return true;
            }
        }
        return false;
    }

    /** {@return the data after the semicolon at this position, {@code null} if there is none or it has no end} */
    static @Nullable CopyData after(int semicolon, byte[] text) {
        int first = Characters.endOfLine(text, semicolon) + 1;
        if (first > text.length || !isBlank(semicolon, first, text)) {
            return null;
        }
        int line = first;
        while (line < text.length) {
            int end = Characters.endOfLine(text, line);
            if (end - line == 2 && text[line] == '\\' && text[line + 1] == '.') {
                return new CopyData(new String(text, first, line - first, StandardCharsets.UTF_8), end);
            }
            line = end + 1;
        }
        return null;
    }

    /** The rest of the semicolon's line holds white space or a comment. */
    private static boolean isBlank(int from, int to, byte[] text) {
        int i = Characters.endOfWhitespace(text, from);
        return i >= to || (text[i] == '-' && text[i + 1] == '-');
    }
}
