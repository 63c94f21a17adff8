/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.statement;

import dev.retort.error.RetortException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database could not be reached, or refused something that Retort itself asked of it. */
public final class DatabaseException extends RetortException {

    private static final long serialVersionUID = 1L;

    private static final String SCHEMA_PRIVILEGE =
            " (GRANT USAGE, CREATE ON SCHEMA ... TO ...; since PostgreSQL 15 only"
                    + " the owner of a database may create objects in its schema public)";

    private final @Nullable String sqlState;

    /**
     * Wraps a driver's error.
     *
     * @param what what Retort was doing
     * @param cause the driver's error
     */
    public DatabaseException(String what, SQLException cause) {
        super(what, why(cause), action(cause), cause);
        this.sqlState = cause.getSQLState();
    }

    private static String why(SQLException cause) {
        String state = cause.getSQLState();
        return reason(cause) + (state == null ? "." : " (SQLSTATE " + state + ").");
    }

    /** {@return the message of a driver's error without a full stop, and the host where it is unknown} */
    public static String reason(SQLException error) {
        String said = String.valueOf(error.getMessage());
        return (said.endsWith(".") ? said.substring(0, said.length() - 1) : said) + unknownHost(error);
    }

    /** The driver says only that the attempt failed. */
    private static String unknownHost(Throwable error) {
        Throwable cause = error.getCause();
        if (cause instanceof UnknownHostException host) {
            return ": the host " + host.getMessage() + " is unknown";
        }
        return cause == null || cause == error ? "" : unknownHost(cause);
    }

    private static String action(SQLException cause) {
        if (SqlState.is(SqlState.INSUFFICIENT_PRIVILEGE, cause)) {
            return "Grant the privilege to the migration's database user"
                    + (reason(cause).contains("for schema ") ? SCHEMA_PRIVILEGE : "")
                    + ", or use another user or role: retort.username, retort.role.";
        }
        if (SqlState.isLoginRefused(cause)) {
            return "Correct the user and the password of the connection (spring.datasource.username and .password, or"
                    + " retort.username and retort.password), or pg_hba.conf of the server.";
        }
        if (SqlState.is(SqlState.UNKNOWN_DATABASE, cause)) {
            return "Create the database, or correct its name in the URL (spring.datasource.url, or retort.url).";
        }
        if (SqlState.is(SqlState.NO_CONNECTION, cause)) {
            return "Check that the server is running and reachable, and that the URL has its host and port"
                    + " (spring.datasource.url, or retort.url). If the server can start later than the application, set"
                    + " retort.connect-retries.";
        }
        if (SqlState.isConnectionLost(cause)) {
            return "Check that the server is running and reachable, and try again: open transactions are rolled back.";
        }
        return "Fix the cause that the server reports and try again: open transactions are rolled back.";
    }

    /** {@return the SQLSTATE; {@code null} when there is none} */
    public @Nullable String sqlState() {
        return sqlState;
    }
}
