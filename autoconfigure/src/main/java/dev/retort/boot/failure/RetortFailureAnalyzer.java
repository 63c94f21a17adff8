/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.failure;

import dev.retort.boot.MigrationFailedException;
import dev.retort.error.RetortException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Analyzes errors of Retort: what happened and why, and what to do.
 *
 * @since 0.1
 */
@Order(Ordered.LOWEST_PRECEDENCE - 1)
public final class RetortFailureAnalyzer extends AbstractFailureAnalyzer<RetortException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RetortException cause) {
        MigrationFailedException failed = findCause(rootFailure, MigrationFailedException.class);
        String description = new FailureText(cause.what())
                .database(failed)
                .paragraph(cause.why())
                .toString();
        return new FailureAnalysis(description, cause.action(), cause);
    }
}
