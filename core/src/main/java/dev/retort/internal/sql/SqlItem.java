/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import java.util.List;

/** A part of a text that a {@link SqlScanner} finds, in the order of the text. */
public sealed interface SqlItem {

    /** {@return the line on which it begins} */
    int line();

    /**
     * A statement.
     *
     * @param statement the statement
     * @param traits what it is, as far as a migration cares
     * @param canonical the statement in the form that is hashed: no comments, one token a line, words in lower case
     */
    record Statement(SqlStatement statement, StatementTraits traits, String canonical) implements SqlItem {
        @Override
        public int line() {
            return statement.line();
        }

        /** {@return its tokens, words in lower case, without comments} */
        public List<String> tokens() {
            return List.of(canonical.split("\n"));
        }
    }

    /**
     * A line comment between statements.
     *
     * @param text what follows the two dashes
     * @param line its line
     * @param column the column of the first dash, counted from 1
     */
    record Comment(String text, int line, int column) implements SqlItem {}

    /**
     * A line comment {@code -- migrate: ...} at column 1 between statements.
     *
     * @param text what follows the colon, without surrounding white space
     * @param line its line
     */
    record Marker(String text, int line) implements SqlItem {}
}
