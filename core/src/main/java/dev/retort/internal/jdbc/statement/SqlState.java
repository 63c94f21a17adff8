/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.statement;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SQLSTATEs that Retort knows by name (PostgreSQL manual, appendix A). */
public final class SqlState {

    /** A {@code lock_timeout} ran out. */
    public static final String LOCK_NOT_AVAILABLE = "55P03";
    /** The server broke a deadlock. */
    public static final String DEADLOCK_DETECTED = "40P01";
    /** A table is there already. */
    public static final String DUPLICATE_TABLE = "42P07";
    /** A schema is there already. */
    public static final String DUPLICATE_SCHEMA = "42P06";
    /** A row with that key is there already. */
    public static final String UNIQUE_VIOLATION = "23505";
    /** A text is none of the type that it is converted to. */
    public static final String INVALID_TEXT_REPRESENTATION = "22P02";
    /** A setting has a value that the server does not take. */
    public static final String INVALID_PARAMETER_VALUE = "22023";
    /** There is no database of that name. */
    public static final String UNKNOWN_DATABASE = "3D000";
    /** No connection could be established. */
    public static final String NO_CONNECTION = "08001";
    /** A privilege is missing. */
    public static final String INSUFFICIENT_PRIVILEGE = "42501";
    /** The statement was cancelled, or {@code statement_timeout} ran out. */
    public static final String QUERY_CANCELED = "57014";

    private SqlState() {}

    /** {@return the error of the database: the error itself, or its cause} */
    public static Optional<SQLException> of(Throwable error) {
        if (error instanceof SQLException direct) {
            return Optional.of(direct);
        }
        return error.getCause() instanceof SQLException cause ? Optional.of(cause) : Optional.empty();
    }

    /** {@return whether trying again later can help: after a lock timeout or a deadlock} */
    public static boolean isLockContention(SQLException error) {
        return LOCK_NOT_AVAILABLE.equals(error.getSQLState()) || DEADLOCK_DETECTED.equals(error.getSQLState());
    }

    /** {@return whether the connection is gone: class 08, or the server ended the session} */
    public static boolean isConnectionLost(SQLException error) {
        String state = error.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P0"));
    }

    /** {@return whether the server refused the user or the password: class 28, or the driver has no password to send} */
    public static boolean isLoginRefused(SQLException error) {
        String state = error.getSQLState();
        return state != null && (state.startsWith("28") || state.equals("08004"));
    }

    /**
     * {@return whether the server, still there, said no: its transaction or statement left nothing behind}
     *
     * <p>The driver raises errors with SQLSTATEs too, such as {@code 53200} when a result does not fit the heap. They say
     * nothing about the statement: the server may have run it. What it refused has a message of the server.
     */
    public static boolean isServerAnswer(SQLException error) {
        return !isConnectionLost(error) && ServerAnswer.isIn(error);
    }

    /** Throws the error again, unless the server, still there, said no. */
    public static void requireServerAnswer(SQLException error) throws SQLException {
        if (!isServerAnswer(error)) {
            throw error;
        }
    }

    /** {@return whether the error has this SQLSTATE} */
    public static boolean is(@Nullable String state, SQLException error) {
        return state != null && state.equals(error.getSQLState());
    }
}
