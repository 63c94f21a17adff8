/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;
import java.util.Objects;

/**
 * A statement of a script failed. Its transaction was rolled back; earlier revisions stay.
 *
 * @since 0.1
 */
public final class StatementFailedException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final transient FailedStatement statement;

    /** Further sentences for the reason; may be empty. */
    private final String more;

    /**
     * Creates the error.
     *
     * @param statement the statement and what the server said
     * @param action what to do
     * @param cause the driver's exception
     */
    public StatementFailedException(FailedStatement statement, String action, Throwable cause) {
        this(statement, "", action, cause);
    }

    private StatementFailedException(FailedStatement statement, String more, String action, Throwable cause) {
        super(what(statement), why(statement) + more, action, cause);
        this.statement = statement;
        this.more = more;
    }

    /**
     * {@return the same error with more detail, for a failure that the line of the file does not show}
     *
     * @param more further sentences for the reason
     * @param todo what to do
     */
    public StatementFailedException with(String more, String todo) {
        StatementFailedException extended = new StatementFailedException(
                statement, this.more + " " + more, todo, Objects.requireNonNullElse(getCause(), this));
        for (Throwable suppressed : getSuppressed()) {
            extended.addSuppressed(suppressed);
        }
        return extended;
    }

    private static String what(FailedStatement failed) {
        return "Revision " + failed.revision() + " failed at " + failed.file() + ":" + failed.line() + ".";
    }

    private static String why(FailedStatement failed) {
        StringBuilder why = new StringBuilder("The server said: ").append(failed.message());
        if (failed.sqlState() != null) {
            why.append(" (SQLSTATE ").append(failed.sqlState()).append(')');
        }
        if (failed.blockedBy() != null) {
            why.append(", while waiting for ").append(failed.blockedBy());
        }
        return why.append('.').toString();
    }

    /** {@return the statement and the server's error} */
    public FailedStatement statement() {
        return statement;
    }
}
