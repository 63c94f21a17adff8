/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.lint;

/**
 * One time that the server goes through a table as a whole.
 *
 * @param kind what it does with the rows
 * @param table the table with its schema, unquoted; empty when it is not known
 * @since 0.1
 */
public record TablePass(Kind kind, String table) {

    /** What a pass does with the rows. */
    public enum Kind {
        /** Reads them. */
        SCAN,
        /** Reads them and looks each up in another table, as a foreign key is validated. */
        LOOKUP,
        /** Writes them again. */
        REWRITE,
        /** Builds an index of them. */
        BUILD
    }
}
