/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;
import java.util.List;

/**
 * The schema has objects, but no version table says which revision they are at. Nothing was run.
 *
 * @since 0.1
 */
public final class NonEmptySchemaException extends RetortException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param schema the schema, unquoted
     * @param objects some of its objects, in words
     */
    public NonEmptySchemaException(String schema, List<String> objects) {
        super(
                "Schema " + schema + " is not empty and has no version table; nothing was run.",
                "Found among others: " + String.join(", ", objects)
                        + ". Running the revisions from the base could collide with them.",
                "If Flyway or Liquibase has migrated it, import its migrations and set retort.on-non-empty-schema=adopt"
                        + " (docs/from-flyway.md, docs/from-liquibase.md). If its state equals a revision, stamp that"
                        + " revision (stamp); if there is none, write the first one from this schema (baseline). To run"
                        + " everything from the base: ensure_version, or retort.on-non-empty-schema=run.");
    }

    @Override
    public Category category() {
        return Category.CONFLICT;
    }
}
