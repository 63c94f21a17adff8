/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.error.RetortException;
import dev.retort.internal.script.RevisionScript;
import java.util.List;

/** A database has one part of what a squashed revision replaces, and lacks another. */
public final class PartlySquashedException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String squashed;

    private PartlySquashedException(String squashed, String what, String why, String action) {
        super(what, why, action);
        this.squashed = squashed;
    }

    static PartlySquashedException of(RevisionScript script, MigrationState migrationState) {
        String id = script.revision().id();
        List<String> rows = migrationState.rows();
        return new PartlySquashedException(
                id,
                "The database is at " + String.join(", ", rows) + ", inside the squashed revision " + id + ".",
                script.source() + " runs as a whole, and this build has no scripts of the revisions that it replaces.",
                "Upgrade the database to " + id + " with a release from before the squash, or with the replaced scripts"
                        + " in place of " + script.source() + " (`squash` moves them to the folder squashed beside"
                        + " the location); then use this build.");
    }

    /** {@return the id of the squashed revision} */
    public String squashed() {
        return squashed;
    }

    @Override
    public Category category() {
        return Category.CONFLICT;
    }
}
