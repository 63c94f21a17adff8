/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

/** Knows whether a semicolon ends the statement: not in parentheses, and not in the body of a SQL-standard routine. */
final class Nesting {

    private int parentheses;
    private int blocks;

    void reset() {
        parentheses = 0;
        blocks = 0;
    }

    boolean isOpen() {
        return parentheses > 0 || blocks > 0;
    }

    String describe() {
        return parentheses > 0 ? "a parenthesis" : "its BEGIN ATOMIC body";
    }

    void symbol(byte symbol) {
        if (symbol == '(') {
            parentheses++;
        } else if (symbol == ')' && parentheses > 0) {
            parentheses--;
        }
    }

    /** Takes note of the word that was added last. */
    void word(Tokens tokens) {
        if (parentheses > 0) {
            return;
        }
        int last = tokens.size() - 1;
        if (blocks == 0) {
            if (tokens.isWord(last, "atomic") && tokens.isWord(last - 1, "begin") && createsRoutine(tokens)) {
                blocks = 1;
            }
        } else if (!isLabel(tokens, last)) {
            if (tokens.isWord(last, "case") || tokens.isWord(last, "begin")) {
                blocks++;
            } else if (tokens.isWord(last, "end")) {
                blocks--;
            }
        }
    }

    /** After {@code AS} or a dot even a reserved word is a mere name. */
    private static boolean isLabel(Tokens tokens, int last) {
        return tokens.isWord(last - 1, "as") || tokens.isSymbol(last - 1, '.');
    }

    private static boolean createsRoutine(Tokens tokens) {
        if (!tokens.isWord(0, "create")) {
            return false;
        }
        int kind = tokens.areWords(1, "or", "replace") ? 3 : 1;
        return tokens.isWord(kind, "function") || tokens.isWord(kind, "procedure");
    }
}
