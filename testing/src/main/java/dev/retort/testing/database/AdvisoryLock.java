/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.database;

import dev.retort.jdbc.MigrationConnection;
import java.sql.SQLException;

/**
 * The lock of a database's name, held by a session.
 *
 * @param lock the first half of its key
 * @param key the second half
 */
record AdvisoryLock(int lock, int key) {

    static AdvisoryLock of(DatabaseName name) {
        return new AdvisoryLock(name.lock(), name.key());
    }

    boolean tryTake(MigrationConnection session) throws SQLException {
        return session.queryOne("SELECT pg_try_advisory_lock(?, ?)", row -> row.getBoolean(1), lock, key);
    }

    /** Waits as long as another session holds it. */
    void take(MigrationConnection session) throws SQLException {
        session.queryOne("SELECT pg_advisory_lock(?, ?) IS NULL", row -> row.getBoolean(1), lock, key);
    }

    /** Waits as long as another session holds it for itself alone. */
    void share(MigrationConnection session) throws SQLException {
        session.queryOne("SELECT pg_advisory_lock_shared(?, ?) IS NULL", row -> row.getBoolean(1), lock, key);
    }

    void giveBack(MigrationConnection session) throws SQLException {
        session.queryOne("SELECT pg_advisory_unlock(?, ?)", row -> row.getBoolean(1), lock, key);
    }
}
