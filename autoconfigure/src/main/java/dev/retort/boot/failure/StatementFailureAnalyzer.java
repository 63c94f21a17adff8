/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.failure;

import dev.retort.boot.MigrationFailedException;
import dev.retort.run.FailedStatement;
import dev.retort.run.StatementFailedException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/** Analyzes a failed statement, with all fields of the server's error, because the stack trace is not logged. */
@Order(0)
final class StatementFailureAnalyzer extends AbstractFailureAnalyzer<StatementFailedException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StatementFailedException cause) {
        FailedStatement failed = cause.statement();
        String description = new FailureText(cause.what())
                .database(findCause(rootFailure, MigrationFailedException.class))
                .line("Message", failed.message())
                .line("Detail", failed.detail())
                .line("Hint", failed.hint())
                .line("SQLSTATE", failed.sqlState())
                .line("Blocked by", failed.blockedBy())
                .line("Statement", failed.text())
                .toString();
        return new FailureAnalysis(description, cause.action(), cause);
    }
}
