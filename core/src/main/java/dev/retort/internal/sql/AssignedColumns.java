/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import java.util.Set;
import java.util.TreeSet;

/** The columns that the assignments of an {@code UPDATE} set. */
public final class AssignedColumns {

    private final Tokens tokens;
    private final Set<String> columns = new TreeSet<>();

    private AssignedColumns(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * {@return the names of the columns, unquoted}
     *
     * @param assignments the text after {@code SET}: {@code a = 1, (b, c) = (SELECT ...)}
     */
    public static Set<String> of(String assignments) {
        AssignedColumns assigned = new AssignedColumns(Tokens.of(assignments));
        assigned.read();
        return assigned.columns;
    }

    private void read() {
        int depth = 0;
        boolean target = true;
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.isSymbol(token, '(') || tokens.isSymbol(token, '[')) {
                depth++;
            } else if (tokens.isSymbol(token, ')') || tokens.isSymbol(token, ']')) {
                depth--;
            } else if (tokens.isSymbol(token, ',') && depth == 0) {
                target = true;
            } else if (depth == 0 && isEquals(token)) {
                target = false;
            } else if (target && isName(token) && !isPartOfAnother(token)) {
                columns.add(name(token));
            }
        }
    }

    private boolean isEquals(int token) {
        return (tokens.is(token, TokenKind.OPERATOR) || tokens.is(token, TokenKind.SYMBOL))
                && tokens.text(token).equals("=");
    }

    private boolean isName(int token) {
        return tokens.is(token, TokenKind.WORD) || tokens.is(token, TokenKind.QUOTED_IDENTIFIER);
    }

    /**
     * A field of a composite column, {@code a.b = 1}, and a subscript, {@code a[i] = 1}, set the column before them.
     */
    private boolean isPartOfAnother(int token) {
        return tokens.isSymbol(token - 1, '.') || tokens.isSymbol(token - 1, '[');
    }

    private String name(int token) {
        if (tokens.is(token, TokenKind.WORD)) {
            return tokens.folded(token);
        }
        String quoted = tokens.text(token);
        return quoted.substring(1, quoted.length() - 1).replace("\"\"", "\"");
    }
}
