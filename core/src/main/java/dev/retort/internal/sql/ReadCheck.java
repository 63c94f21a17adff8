/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import java.util.Set;

/**
 * Tells from the tokens of a statement whether it does nothing but read, as far as no function that it calls writes.
 */
final class ReadCheck {

    private static final Set<String> READERS = Set.of("select", "values", "table", "show", "with");

    private final Tokens tokens;

    ReadCheck(Tokens tokens) {
        this.tokens = tokens;
    }

    boolean onlyReads() {
        int first = 0;
        while (tokens.isSymbol(first, '(')) {
            first++;
        }
        if (!tokens.is(first, TokenKind.WORD) || !READERS.contains(tokens.folded(first))) {
            return false;
        }
        for (int token = first + 1; token < tokens.size(); token++) {
            if (tokens.isWord(token, "into") || beginsAWrite(token)) {
                return false;
            }
        }
        return true;
    }

    /** Statements that write are at the beginning of a common table expression, or after the last one. */
    private boolean beginsAWrite(int token) {
        boolean mayBegin = tokens.isSymbol(token - 1, '(') || tokens.isSymbol(token - 1, ')');
        return mayBegin
                && (tokens.isWord(token, "insert")
                        || tokens.isWord(token, "update")
                        || tokens.isWord(token, "delete")
                        || tokens.isWord(token, "merge"));
    }
}
