/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.history.FailureRecord;
import dev.retort.history.HistoryRow;
import dev.retort.history.ProgressRow;
import dev.retort.migration.RunEvent;
import dev.retort.migration.StepEvent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the steps of a plan, in the transactions that the settings ask for, and records the one that fails. */
final class PlanRunner {

    private static final Logger log = LoggerFactory.getLogger(PlanRunner.class);

    private final RunEnvironment environment;
    private final StepRunner steps;
    private final Decision.Go decision;
    private final FailureRecorder failures;
    private final List<ProgressRow> progress;
    private final RunEvent run;
    private final Attempts attempts;
    private final List<StepResult> results = new ArrayList<>();
    private @Nullable StepScript current;
    private @Nullable AutocommitStep partial;
    private long startedAt;

    PlanRunner(RunEnvironment environment, StepRunner steps, Decision.Go decision, RunRecords records) {
        this.environment = environment;
        this.steps = steps;
        this.decision = decision;
        this.failures = records.failures();
        this.progress = records.progress();
        this.run = records.event();
        this.attempts = new Attempts(environment.lockTimeouts(), environment.sleeper());
    }

    /**
     * What a run knows of itself.
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

    /** {@return whether nothing of the plan is committed, also after a failure} */
    boolean leftNothing() {
        return results.isEmpty() && (partial == null || !partial.leftSomething());
    }

    /** Runs everything; what failed is rolled back and recorded before the error goes on. */
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
        for (StepScript script : decision.steps()) {
            begin(script);
            if (script.hasAutocommit()) {
                partial = new AutocommitStep(steps, attempts, environment.lockTimeouts(), script, progress);
                partial.run(event(script, position, 1), startedAt);
                partial = null;
            } else {
                runInOneTransaction(script, position);
            }
            results.add(result(script));
            position++;
        }
    }

    private void runInOneTransaction(StepScript script, int position) throws SQLException {
        attempts.run(
                script.revision(),
                attempt -> steps.inTransaction(
                        script,
                        environment.lockTimeouts().ofAttempt(attempt),
                        () -> runParts(script, event(script, position, attempt))));
    }

    private void runParts(StepScript script, StepEvent event) throws SQLException {
        steps.beforeStep(event);
        script.parts().forEach(part -> steps.execute(script.script(), part));
        steps.afterStep(event);
        steps.record(script, startedAt);
    }

    private void runTogether() throws SQLException {
        StepScript first = decision.steps().get(0);
        begin(first);
        List<StepResult> uncommitted = new ArrayList<>();
        attempts.run(
                first.revision(),
                attempt -> steps.inTransaction(
                        first, environment.lockTimeouts().ofAttempt(attempt), () -> runAll(attempt, uncommitted)));
        results.addAll(uncommitted);
    }

    private void runAll(int attempt, List<StepResult> uncommitted) throws SQLException {
        uncommitted.clear();
        int position = 1;
        for (StepScript script : decision.steps()) {
            begin(script);
            runParts(script, event(script, position++, attempt));
            uncommitted.add(result(script));
        }
    }

    private void begin(StepScript script) {
        current = script;
        startedAt = System.nanoTime();
        log.info(
                "Running {} {} -> {}{}",
                script.operation(),
                names(StepRunner.rowsBefore(script)),
                names(StepRunner.rowsAfter(script)),
                script.script().message().isEmpty()
                        ? ""
                        : ", " + script.script().message());
    }

    private static String names(List<String> rows) {
        return rows.isEmpty() ? "<base>" : String.join(", ", rows);
    }

    private StepResult result(StepScript script) {
        return StepResults.of(script, StepRunner.since(startedAt));
    }

    private StepEvent event(StepScript script, int position, int attempt) {
        return new StepEvent(run, script.revision(), script.script().message(), position, attempt);
    }

    private void recordFailure(Throwable failure) {
        if (current == null) {
            return;
        }
        boolean left = partial != null && partial.leftSomething();
        HistoryRow row = HistoryRow.failed(
                current.operation(),
                StepRunner.subject(current),
                StepRunner.rowsBefore(current),
                StepRunner.since(startedAt),
                failureRecord(failure),
                left);
        failures.record(steps.bookkeeping(), row);
    }

    private static FailureRecord failureRecord(Throwable failure) {
        if (failure instanceof StatementFailedException failed) {
            FailedStatement statement = failed.statement();
            return new FailureRecord(
                    statement.sqlState(),
                    statement.message(),
                    statement.file(),
                    statement.line(),
                    statement.blockedBy());
        }
        @Nullable String sqlState = failure instanceof SQLException sql ? sql.getSQLState() : null;
        return new FailureRecord(sqlState, String.valueOf(failure.getMessage()), null, null, null);
    }
}
