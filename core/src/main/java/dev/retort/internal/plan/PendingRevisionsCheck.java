/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.internal.history.DatabaseState;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.script.RevisionScript;
import java.sql.SQLException;
import java.util.List;

/** Looks at the revisions that a starting service is about to run; not called when there are none. */
@FunctionalInterface
public interface PendingRevisionsCheck {

    /** Finds nothing. */
    PendingRevisionsCheck NONE = (pending, state, connection) -> {};

    /**
     * Looks at them.
     *
     * @param pending the revisions in the order in which they run
     * @param state what is known of the database
     * @param connection the session of the run, outside of a transaction
     * @throws dev.retort.error.RetortException when they must not run
     */
    void check(List<RevisionScript> pending, DatabaseState state, MigrationConnection connection) throws SQLException;
}
