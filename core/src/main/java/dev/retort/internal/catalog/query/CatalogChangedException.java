/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog.query;

import dev.retort.error.RetortException;

/** Somebody changed the database while its catalog was read, so that what was read would not fit together. */
public final class CatalogChangedException extends RetortException {

    private static final long serialVersionUID = 1L;

    CatalogChangedException(String missing) {
        super(
                "The schema was changed while it was read.",
                "PostgreSQL no longer has the " + missing + " of something that was there a moment before.",
                "Try again when nobody else changes the schema.");
    }

    @Override
    public Category category() {
        return Category.CONFLICT;
    }
}
