/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.answer;

import dev.retort.lint.Finding;
import dev.retort.run.RunResult;
import dev.retort.run.StepResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * The result of a write operation.
 *
 * @param database the name of the database
 * @param operation {@code upgrade}, {@code downgrade} or {@code stamp}
 * @param dryRun whether only the plan was requested and nothing was changed
 * @param before the version rows before the run
 * @param after the version rows after the run; in a dry run those after the planned steps
 * @param steps the steps in order
 * @param held whether a hold is in force: starting services do not upgrade
 * @param released whether the run ended the hold of a downgrade, or in a dry run would end it
 * @param findings what the build's lint found in the revisions of a planned upgrade; empty otherwise
 * @param sql the statements of all steps in order; {@code null} if SQL may not be shown
 * @since 0.1
 */
public record RunDescriptor(
        String database,
        String operation,
        boolean dryRun,
        List<String> before,
        List<String> after,
        List<StepDescriptor> steps,
        boolean held,
        boolean released,
        List<FindingDescriptor> findings,
        @Nullable List<String> sql)
        implements OperationResponseBody {

    /** Copies the lists. */
    public RunDescriptor {
        before = List.copyOf(before);
        after = List.copyOf(after);
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
        sql = sql == null ? null : List.copyOf(sql);
    }

    /**
     * A step.
     *
     * @param revision the revision id
     * @param downRevisions its parents
     * @param message the message of its script; may be empty
     * @param after the version rows after it
     * @param durationMs how long it took, in milliseconds; 0 in a dry run
     */
    public record StepDescriptor(
            String revision, List<String> downRevisions, String message, List<String> after, long durationMs) {

        /** Copies the lists. */
        public StepDescriptor {
            downRevisions = List.copyOf(downRevisions);
            after = List.copyOf(after);
        }

        static StepDescriptor of(StepResult step) {
            return new StepDescriptor(
                    step.revision(),
                    step.downRevisions(),
                    step.message(),
                    step.rowsAfter(),
                    step.took().toMillis());
        }
    }

    /**
     * A finding.
     *
     * @param revision the revision id
     * @param rule the rule
     * @param severity {@code error}, {@code warning} or {@code info}
     * @param line the line of the statement in the script; 0 for none
     * @param message what happens, with the lock and the time that it takes in this database
     */
    public record FindingDescriptor(String revision, String rule, String severity, int line, String message) {

        static FindingDescriptor of(Finding finding) {
            return new FindingDescriptor(
                    finding.revision(), finding.rule().id(), finding.severity().word(), finding.line(), finding.text());
        }
    }

    public static RunDescriptor of(String database, RunResult result, List<Finding> findings, boolean withSql) {
        return new RunDescriptor(
                database,
                result.operation().text(),
                result.dryRun(),
                result.before(),
                result.after(),
                result.steps().stream().map(StepDescriptor::of).toList(),
                result.held(),
                result.released() != null,
                findings.stream().map(FindingDescriptor::of).toList(),
                withSql
                        ? result.steps().stream()
                                .flatMap(step -> step.sql().stream())
                                .toList()
                        : null);
    }
}
