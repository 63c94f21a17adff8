/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import dev.retort.error.RetortException;
import dev.retort.run.FailedStatement;
import dev.retort.run.StatementFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Why a request was refused or failed.
 *
 * @param status the HTTP status
 * @param error the name of that status
 * @param message what happened and why
 * @param action what to do next
 * @param statement the statement that failed; {@code null} when it was not a statement
 */
public record ErrorDescriptor(
        int status,
        String error,
        String message,
        String action,
        @Nullable StatementDescriptor statement) implements OperationResponseBody {

    /**
     * A statement that failed.
     *
     * @param revision the revision it belongs to
     * @param file the script
     * @param line the line of the statement in the script, counted from 1
     * @param sqlState the SQLSTATE; {@code null} when the server did not answer
     * @param hint the server's hint; {@code null} when it gave none
     * @param blockedBy who held the lock that was waited for; {@code null} when nobody was seen
     * @param detail the server's detail, which quotes data; {@code null} when SQL may not be shown
     * @param sql the statement; {@code null} when SQL may not be shown
     */
    public record StatementDescriptor(
            String revision,
            String file,
            int line,
            @Nullable String sqlState,
            @Nullable String hint,
            @Nullable String blockedBy,
            @Nullable String detail,
            @Nullable String sql) {

        static StatementDescriptor of(FailedStatement failed, boolean withSql) {
            return new StatementDescriptor(
                    failed.revision(),
                    failed.file(),
                    failed.line(),
                    failed.sqlState(),
                    failed.hint(),
                    failed.blockedBy(),
                    withSql ? failed.detail() : null,
                    withSql ? failed.text() : null);
        }
    }

    static ErrorDescriptor of(RetortException failure, boolean withSql) {
        ErrorStatus status = ErrorStatus.of(failure.category());
        return new ErrorDescriptor(
                status.code(),
                status.phrase(),
                Disclosure.of(failure),
                Disclosure.masked(failure.action()),
                failure instanceof StatementFailedException failed
                        ? StatementDescriptor.of(failed.statement(), withSql)
                        : null);
    }

    static ErrorDescriptor of(ErrorStatus status, String message, String action) {
        return new ErrorDescriptor(status.code(), status.phrase(), message, action, null);
    }
}
