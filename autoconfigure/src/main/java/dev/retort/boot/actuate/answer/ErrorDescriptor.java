/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.answer;

import dev.retort.error.RetortException;
import dev.retort.run.FailedStatement;
import dev.retort.run.StatementFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Describes why a request was refused or failed.
 *
 * @param status the HTTP status
 * @param error the reason phrase of the status
 * @param message what happened and why
 * @param action what to do next
 * @param statement the failed statement; {@code null} if no statement failed
 * @since 0.1
 */
public record ErrorDescriptor(
        int status,
        String error,
        String message,
        String action,
        @Nullable StatementDescriptor statement) implements OperationResponseBody {

    /**
     * A failed statement. A caller that may not see SQL gets only revision, line and SQLSTATE: the other fields quote
     * data, paths, hosts and users.
     *
     * @param revision the revision it belongs to
     * @param file the script; {@code null} when SQL may not be shown
     * @param line the line of the statement in the script, counted from 1
     * @param sqlState the SQLSTATE; {@code null} if the server did not answer
     * @param hint the server's hint; {@code null} when it gave none, or SQL may not be shown
     * @param blockedBy the session that held the lock; {@code null} if none was found, or SQL may not be shown
     * @param detail the server's detail; {@code null} when it gave none, or SQL may not be shown
     * @param sql the statement; {@code null} when SQL may not be shown
     */
    public record StatementDescriptor(
            String revision,
            @Nullable String file,
            int line,
            @Nullable String sqlState,
            @Nullable String hint,
            @Nullable String blockedBy,
            @Nullable String detail,
            @Nullable String sql) {

        static StatementDescriptor of(FailedStatement failed, boolean withSql) {
            return withSql
                    ? new StatementDescriptor(
                            failed.revision(),
                            failed.file(),
                            failed.line(),
                            failed.sqlState(),
                            failed.hint(),
                            failed.blockedBy(),
                            failed.detail(),
                            failed.text())
                    : new StatementDescriptor(
                            failed.revision(), null, failed.line(), failed.sqlState(), null, null, null, null);
        }
    }

    public static ErrorDescriptor of(RuntimeException failure, boolean withSql) {
        ErrorStatus status = failure instanceof RetortException known
                ? ErrorStatus.of(known.category())
                : ErrorStatus.INTERNAL_SERVER_ERROR;
        Disclosure disclosure = Disclosure.of(failure, withSql);
        return new ErrorDescriptor(
                status.code(),
                status.phrase(),
                disclosure.message(),
                disclosure.action(),
                failure instanceof StatementFailedException failed
                        ? StatementDescriptor.of(failed.statement(), withSql)
                        : null);
    }

    public static ErrorDescriptor of(ErrorStatus status, String message, String action) {
        return new ErrorDescriptor(status.code(), status.phrase(), message, action, null);
    }
}
