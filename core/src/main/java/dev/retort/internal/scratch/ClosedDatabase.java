/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import dev.retort.internal.jdbc.MigrationConnection;
import java.sql.SQLException;

/**
 * A database that only its owner, the user who creates it and superusers enter. PostgreSQL lets every role connect to a new
 * database, and up to version 14 create objects in its schema {@code public}, which then could run code in the sessions that
 * Retort opens there. The privileges on {@code public} stay as they are: they are part of what is compared.
 */
public final class ClosedDatabase {

    private ClosedDatabase() {}

    /**
     * Creates one; no role can connect before its privileges are set.
     *
     * @param session the session, outside of a transaction
     * @param name the name, as it is written in SQL
     * @param options what follows the name in {@code CREATE DATABASE}
     */
    public static void create(MigrationConnection session, String name, String options) throws SQLException {
        session.execute("CREATE DATABASE " + name + " " + options + " ALLOW_CONNECTIONS false");
        session.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        session.execute("GRANT CONNECT, TEMPORARY ON DATABASE " + name + " TO SESSION_USER");
        session.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
    }
}
