/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.internal.jdbc.MigrationConnection;
import java.sql.SQLException;

/**
 * Decides a request. Called twice: first to see whether there is anything to do, and again with the lock held, because
 * another run may have done it in between.
 */
public interface Planner {

    /** Decides; reads only. */
    Decision decide(MigrationState migrationState, MigrationConnection connection) throws SQLException;
}
