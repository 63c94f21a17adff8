/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.sql;

import org.jspecify.annotations.Nullable;

/**
 * The rows that follow a {@code COPY ... FROM stdin}, up to the line {@code \.}.
 *
 * @param rows the rows, each with its line end
 * @param next where SQL goes on
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
    static @Nullable CopyData after(int semicolon, char[] text) {
        int first = endOfLine(semicolon, text) + 1;
        if (first > text.length || !isBlank(semicolon, first, text)) {
            return null;
        }
        int line = first;
        while (line < text.length) {
            int end = endOfLine(line, text);
            if (end - line == 2 && text[line] == '\\' && text[line + 1] == '.') {
                return new CopyData(new String(text, first, line - first), end);
            }
            line = end + 1;
        }
        return null;
    }

    static int endOfLine(int from, char[] text) {
        int i = from;
        while (i < text.length && text[i] != '\n') {
            i++;
        }
        return i;
    }

    /** The rest of the semicolon's line holds white space or a comment. */
    private static boolean isBlank(int from, int to, char[] text) {
        int i = from;
        while (i < to && Characters.isWhitespace(text[i])) {
            i++;
        }
        return i >= to || (text[i] == '-' && text[i + 1] == '-');
    }
}
