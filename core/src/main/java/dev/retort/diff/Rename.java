/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.error.RetortException;

/**
 * A requested rename: the object keeps its rows under the new name.
 *
 * @param from the name in the database: {@code table}, {@code schema.table}, {@code table.column},
 *     {@code schema.table.column}, or an enum type's value as if it were a column
 * @param to the name in the model, in the same form; of a column its own name is enough
 * @since 0.1
 */
public record Rename(String from, String to) {

    /**
     * Refuses what is no name.
     *
     * @param from the name in the database: {@code table}, {@code schema.table}, {@code table.column},
     *     {@code schema.table.column}, or an enum type's value as if it were a column
     * @param to the name in the model, in the same form; of a column its own name is enough
     */
    public Rename {
        if (from.isBlank() || to.isBlank()) {
            throw unusable(from + ":" + to);
        }
    }

    /**
     * Reads {@code old:new}.
     *
     * @param text such as {@code client:customer} or {@code customer.mail:customer.email}
     * @return the rename
     * @throws RetortException when it is something else
     */
    public static Rename parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || text.indexOf(':', colon + 1) >= 0) {
            throw unusable(text);
        }
        return new Rename(
                text.substring(0, colon).strip(), text.substring(colon + 1).strip());
    }

    private static RetortException unusable(String text) {
        return new RetortException(
                "The rename \"" + text + "\" cannot be read.",
                "A rename is the old name, a colon and the new name.",
                "Write client:customer for a table, customer.mail:customer.email for a column.");
    }

    @Override
    public String toString() {
        return from + ":" + to;
    }
}
