/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc;

import java.sql.SQLException;

/**
 * The key of an advisory lock of two numbers. A session holds the lock until it releases the lock or ends.
 *
 * @param namespace the first number
 * @param number the second number
 */
public record AdvisoryLock(int namespace, int number) {

    /** {@return whether a session has it now; another may hold it} */
    public boolean tryTake(MigrationConnection session) throws SQLException {
        boolean taken = session.queryOwn(
                        "SELECT pg_catalog.pg_try_advisory_lock(?, ?)", row -> row.getBoolean(1), namespace, number)
                .get(0);
        if (taken) {
            session.remember(this, true);
        }
        return taken;
    }

    /** Waits as long as another session holds it. */
    public void take(MigrationConnection session) throws SQLException {
        session.queryOne(
                "SELECT pg_catalog.pg_advisory_lock(?, ?) IS NULL", row -> row.getBoolean(1), namespace, number);
    }

    /** Waits as long as another session holds it for itself alone. */
    public void share(MigrationConnection session) throws SQLException {
        session.queryOne(
                "SELECT pg_catalog.pg_advisory_lock_shared(?, ?) IS NULL", row -> row.getBoolean(1), namespace, number);
    }

    /** {@return whether the session held it} */
    public boolean release(MigrationConnection session) throws SQLException {
        boolean held = session.queryOwn(
                        "SELECT pg_catalog.pg_advisory_unlock(?, ?)", row -> row.getBoolean(1), namespace, number)
                .get(0);
        session.remember(this, false);
        return held;
    }
}
