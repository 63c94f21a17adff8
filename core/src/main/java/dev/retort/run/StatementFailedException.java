/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;

/** A statement of a script failed. What its transaction had done is rolled back; earlier revisions stay. */
public final class StatementFailedException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final transient FailedStatement statement;

    StatementFailedException(FailedStatement statement, String action, Throwable cause) {
        super(what(statement), why(statement), action, cause);
        this.statement = statement;
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

    /** {@return the statement and the server's words} */
    public FailedStatement statement() {
        return statement;
    }
}
