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

    public NonEmptySchemaException(String schema, List<String> objects) {
        super(
                "Schema " + schema + " has objects but no version table; nothing was run.",
                "Found among others: " + String.join(", ", objects)
                        + ". Running the revisions from the base could collide with them.",
                "Adopt the schema: stamp the revision that it is at (stamp), or make an empty version table to run"
                        + " everything (ensure_version, or retort.first-contact=run).");
    }

    @Override
    public Category category() {
        return Category.CONFLICT;
    }
}
