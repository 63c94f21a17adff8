/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import dev.retort.event.RunEvent;
import dev.retort.event.StepEvent;
import dev.retort.graph.Direction;
import dev.retort.internal.execute.java.JavaStepRunner;
import dev.retort.internal.execute.step.AutocommitStep;
import dev.retort.internal.execute.step.DividedStep;
import dev.retort.internal.execute.step.LockRetries;
import dev.retort.internal.execute.step.StepRunner;
import dev.retort.internal.history.HistoryRow;
import dev.retort.internal.history.ProgressRow;
import dev.retort.internal.jdbc.statement.ServerAnswer;
import dev.retort.internal.plan.Decision;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.step.JavaStep;
import dev.retort.internal.step.PlannedStep;
import dev.retort.internal.step.StepHistory;
import dev.retort.internal.step.StepProgress;
import dev.retort.run.FailedStatement;
import dev.retort.run.StatementFailedException;
import dev.retort.run.StepResult;
import dev.retort.settings.TransactionMode;
import dev.retort.status.FailureRecord;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the steps of a plan, in the transactions of the setting {@code retort.transaction}, and records the one that
 * fails.
 */
final class PlanRunner {

    private static final Logger log = LoggerFactory.getLogger(PlanRunner.class);

    private final RunEnvironment environment;
    private final StepRunner steps;
    private final Decision.Execute decision;
    private final FailureRecorder failures;
    private final List<ProgressRow> progress;
    private final RunEvent run;
    private final LockRetries attempts;
    private final List<StepResult> results = new ArrayList<>();
    private @Nullable PlannedStep current;
    private @Nullable DividedStep partial;
    private List<SqlStatement> statements = List.of();
    private long startedAt;

    PlanRunner(RunEnvironment environment, StepRunner steps, Decision.Execute decision, RunRecords records) {
        this.environment = environment;
        this.steps = steps;
        this.decision = decision;
        this.failures = records.failures();
        this.progress = records.progress();
        this.run = records.event();
        this.attempts = new LockRetries(environment.lockTimeouts(), environment.sleeper());
    }

    /**
     * The records of a run.
     *
     * @param event what its listeners hear
     * @param progress the statements of steps that an earlier run did not end
     * @param failures records what fails
     */
    record RunRecords(RunEvent event, List<ProgressRow> progress, FailureRecorder failures) {}

    /** {@return the steps that ran and committed} */
    List<StepResult> results() {
        return results;
    }

    /** Runs everything; what failed is rolled back and recorded before the error continues. */
    void run() throws SQLException {
        try {
            if (environment.policy().transaction() == TransactionMode.ALL) {
                runTogether();
            } else {
                runOneByOne();
            }
        } catch (Throwable failure) {
            recordFailure(failure);
            throw failure;
        }
    }

    private void runOneByOne() throws SQLException {
        int position = 1;
        for (PlannedStep script : decision.steps()) {
            begin(script);
            StepProgress begun = new StepProgress(script, progress);
            if (script instanceof JavaStep java) {
                runJava(java, begun, position);
            } else if (script.hasAutocommit() || begun.exists()) {
                AutocommitStep step = new AutocommitStep(steps, attempts, script, begun);
                partial = step;
                step.run(event(script, position, 1), startedAt);
                partial = null;
            } else {
                runInOneTransaction(script, position);
            }
            results.add(result(script));
            position++;
        }
    }

    private void runJava(JavaStep script, StepProgress begun, int position) throws SQLException {
        JavaStepRunner step = new JavaStepRunner(steps, attempts, script, begun);
        partial = step;
        step.run(attempt -> event(script, position, attempt), startedAt);
        statements = step.statements();
        partial = null;
    }

    private void runInOneTransaction(PlannedStep script, int position) throws SQLException {
        AtomicInteger attempt = new AtomicInteger();
        attempts.run(
                script.revision(),
                timeout -> steps.inTransaction(
                        script, timeout, () -> runParts(script, event(script, position, attempt.incrementAndGet()))));
    }

    private void runParts(PlannedStep script, StepEvent event) throws SQLException {
        steps.beforeStep(event);
        String note = null;
        if (script instanceof JavaStep java) {
            JavaStepRunner step = new JavaStepRunner(steps, attempts, java, new StepProgress(java, List.of()));
            step.runTogether();
            statements = step.statements();
            note = step.note();
        } else {
            for (ScriptPart part : script.parts()) {
                steps.execute(script, part);
            }
        }
        steps.afterStep(event);
        steps.record(script, startedAt, note);
    }

    private void runTogether() throws SQLException {
        PlannedStep last = decision.steps().get(decision.steps().size() - 1);
        AtomicInteger attempt = new AtomicInteger();
        List<StepResult> uncommitted = new ArrayList<>();
        attempts.run(
                last.revision(),
                timeout -> steps.inTransaction(
                        last, timeout, () -> runAll(timeout, attempt.incrementAndGet(), uncommitted)));
        results.addAll(uncommitted);
    }

    /** Recording a step sets up the session again, so each step but the first must set its lock timeout again. */
    private void runAll(Duration lockTimeout, int attempt, List<StepResult> uncommitted) throws SQLException {
        uncommitted.clear();
        int position = 1;
        for (PlannedStep script : decision.steps()) {
            begin(script);
            if (position > 1) {
                steps.connection().setLocalLockTimeout(lockTimeout);
            }
            runParts(script, event(script, position++, attempt));
            uncommitted.add(result(script));
        }
    }

    private void begin(PlannedStep script) {
        current = script;
        statements = script.shownStatements();
        startedAt = System.nanoTime();
        boolean up = script.step().direction() == Direction.UPGRADE;
        String parents = String.join(", ", script.script().revision().downRevisions());
        String message = script.script().message();
        log.info(
                "Running {} {} -> {}{}",
                script.operation(),
                up ? parents : script.revision(),
                up ? script.revision() : parents,
                message.isEmpty() ? "" : ", " + message);
    }

    private StepResult result(PlannedStep script) {
        return StepResults.of(script, statements, StepRunner.since(startedAt));
    }

    private StepEvent event(PlannedStep script, int position, int attempt) {
        List<String> downRevisions = script.script().revision().downRevisions();
        return new StepEvent(
                run, script.revision(), downRevisions, script.script().message(), position, attempt);
    }

    private void recordFailure(Throwable failure) {
        if (current == null) {
            return;
        }
        boolean together = environment.policy().transaction() == TransactionMode.ALL;
        failures.record(HistoryRow.failed(
                current.operation(),
                StepHistory.subject(current),
                together ? new ArrayList<>(decision.plan().rowsBefore()) : current.rowsBefore(),
                StepRunner.since(startedAt),
                failureRecord(failure),
                partial != null && partial.leftSomething()));
    }

    private static FailureRecord failureRecord(Throwable failure) {
        if (failure instanceof StatementFailedException failed) {
            FailedStatement statement = failed.statement();
            return new FailureRecord(
                    statement.sqlState(),
                    statement.message(),
                    statement.detail(),
                    statement.hint(),
                    statement.file(),
                    statement.line(),
                    statement.blockedBy());
        }
        ServerAnswer answer = failure instanceof SQLException sql ? ServerAnswer.of(sql) : null;
        return answer == null
                ? new FailureRecord(null, String.valueOf(failure.getMessage()), null, null, null, null, null)
                : new FailureRecord(
                        answer.sqlState(), answer.message(), answer.detailOrContext(), answer.hint(), null, null, null);
    }
}
