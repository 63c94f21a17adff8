/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import org.jspecify.annotations.Nullable;

/**
 * Knows which statements PL/pgSQL's {@code EXECUTE} refuses, or runs in another way than the server does without it (manual,
 * chapter 43.5.4).
 */
final class ExecuteCheck {

    private final Tokens tokens;

    ExecuteCheck(Tokens tokens) {
        this.tokens = tokens;
    }

    /** {@return the command, as a user names it; {@code null} when it runs} */
    @Nullable
    String refused() {
        if (tokens.isWord(0, "copy") && (has("stdin") || has("stdout"))) {
            return "COPY from or to the client";
        }
        if (tokens.areWords(0, "set", "transaction") || tokens.areWords(0, "set", "local", "transaction")) {
            return "SET TRANSACTION";
        }
        return selectsInto() ? "SELECT INTO" : null;
    }

    private boolean has(String word) {
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.isWord(token, word)) {
                return true;
            }
        }
        return false;
    }

    private boolean selectsInto() {
        if (!tokens.isWord(0, "select") && !tokens.isWord(0, "with") && !tokens.isSymbol(0, '(')) {
            return false;
        }
        for (int token = 1; token < tokens.size(); token++) {
            boolean into = tokens.isWord(token, "into");
            if (into && !tokens.isWord(token - 1, "insert") && !tokens.isWord(token - 1, "merge")) {
                return true;
            }
        }
        return false;
    }
}
