/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.statement;

import dev.retort.error.RetortException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database could not be reached, or refused something that Retort itself asked of it. */
public final class DatabaseException extends RetortException {

    private static final long serialVersionUID = 1L;

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
        return cause.getMessage() + (state == null ? "." : " (SQLSTATE " + state + ").");
    }

    private static String action(SQLException cause) {
        if (SqlState.is(SqlState.INSUFFICIENT_PRIVILEGE, cause)) {
            return "Grant the privilege to the migration's database user, or use another user or role:"
                    + " retort.username, retort.role.";
        }
        if (SqlState.isLoginRefused(cause)) {
            return "Correct the user and the password of the connection (spring.datasource.username and .password, or"
                    + " retort.username and retort.password), or pg_hba.conf of the server.";
        }
        if (SqlState.is(SqlState.UNKNOWN_DATABASE, cause)) {
            return "Create the database, or correct its name in the URL (spring.datasource.url, or retort.url).";
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
