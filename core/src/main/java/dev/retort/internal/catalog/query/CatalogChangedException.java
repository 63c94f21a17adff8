/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog.query;

import dev.retort.error.RetortException;

/** Another session changed the database while its catalog was read, so that the result would be inconsistent. */
public final class CatalogChangedException extends RetortException {

    private static final long serialVersionUID = 1L;

    CatalogChangedException(String missing) {
        super(
                "The schema changed while Retort read it.",
                "PostgreSQL no longer has the " + missing + " of an object that existed a moment before.",
                "Try again while no other session changes the schema.");
    }

    @Override
    public Category category() {
        return Category.CONFLICT;
    }
}
