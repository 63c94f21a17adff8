/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.history.ProgressRow;
import dev.retort.jdbc.LockTimeouts;
import dev.retort.jdbc.SqlState;
import dev.retort.migration.StepEvent;
import dev.retort.script.ScriptPart;
import dev.retort.sql.Fingerprint;
import dev.retort.sql.SqlStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step with statements that run outside of a transaction. Before each such statement an intent is committed, after it
 * that it is done; transactional parts commit together with what says that they are done. So a step that died goes on where
 * it stopped: transactional parts exactly once, autocommit statements at least once and never silently twice.
 */
final class AutocommitStep {

    private final StepRunner runner;
    private final Attempts attempts;
    private final LockTimeouts timeouts;
    private final StepScript step;
    private final ConcurrentIndexes indexes;
    private final Map<Integer, ProgressRow> known = new HashMap<>();
    private boolean committed;

    AutocommitStep(
            StepRunner runner, Attempts attempts, LockTimeouts timeouts, StepScript step, List<ProgressRow> progress) {
        this.runner = runner;
        this.attempts = attempts;
        this.timeouts = timeouts;
        this.step = step;
        this.indexes = new ConcurrentIndexes(runner.connection());
        for (ProgressRow row : progress) {
            if (row.revision().equals(step.revision())) {
                known.put(row.statement(), row);
                committed = true;
            }
        }
    }

    /** {@return whether something of the step is committed although the step is not done} */
    boolean leftSomething() {
        return committed;
    }

    /** Runs what is left of the step. */
    void run(StepEvent event, long startedAt) throws SQLException {
        runner.beforeStep(event);
        int number = 1;
        for (ScriptPart part : step.parts()) {
            if (part.autocommit()) {
                runEach(part, number);
            } else {
                runTogether(part, number);
            }
            number += part.statements().size();
        }
        attempts.run(
                step.revision(),
                attempt -> runner.inTransaction(step, timeouts.ofAttempt(attempt), () -> {
                    runner.afterStep(event);
                    runner.record(step, startedAt);
                }));
    }

    /** A transactional part: all of it and its done rows commit together, so either all of them are there or none. */
    private void runTogether(ScriptPart part, int first) throws SQLException {
        if (isDone(part.statements().get(0), first)) {
            return;
        }
        attempts.run(
                step.revision(),
                attempt -> runner.inTransaction(step, timeouts.ofAttempt(attempt), () -> {
                    runner.execute(step.script(), part);
                    int number = first;
                    for (SqlStatement statement : part.statements()) {
                        runner.bookkeeping().recordProgress(row(statement, number++, true, null));
                    }
                }));
        committed = true;
    }

    private void runEach(ScriptPart part, int first) throws SQLException {
        int number = first;
        for (SqlStatement statement : part.statements()) {
            runAlone(statement, number++);
        }
    }

    private void runAlone(SqlStatement statement, int number) throws SQLException {
        if (isDone(statement, number) || isSettled(statement, number)) {
            return;
        }
        runner.connection().renewSession();
        boolean concurrent = indexes.concerns(statement);
        ProgressRow intent = row(statement, number, false, indexes.definitionToBe(statement, step));
        runner.bookkeeping().recordProgress(intent);
        try {
            attempts.run(step.revision(), attempt -> execute(statement, concurrent, attempt));
        } catch (StatementFailedException e) {
            settleFailure(e, intent, concurrent);
            throw e;
        }
        runner.bookkeeping().recordProgress(row(statement, number, true, null));
        committed = true;
    }

    /** A concurrent build waits for other transactions by design: a {@code lock_timeout} would leave it INVALID. */
    private void execute(SqlStatement statement, boolean concurrent, int attempt) throws SQLException {
        Duration timeout = concurrent ? Duration.ZERO : timeouts.ofAttempt(attempt);
        runner.connection().setLockTimeout(timeout);
        runner.executor().execute(step.script(), statement);
    }

    /** A statement that the server refused left nothing behind, but for a concurrent build's INVALID index. */
    private void settleFailure(StatementFailedException e, ProgressRow intent, boolean concurrent) throws SQLException {
        boolean answered = e.getCause() instanceof SQLException cause && SqlState.isServerAnswer(cause);
        if (answered && !concurrent) {
            runner.bookkeeping().forgetIntent(intent);
        } else {
            committed = true;
        }
    }

    private boolean isDone(SqlStatement statement, int number) {
        ProgressRow row = known.get(number);
        if (row == null) {
            return false;
        }
        if (!row.fingerprint().equals(fingerprint(statement))) {
            throw new PartialRevisionException(
                    step.revision(),
                    "Its script was edited since: the statement at "
                            + step.script().source() + ":" + statement.line() + " is not the one that was run.",
                    "Restore the script, finish the step, and put the change into a new revision.");
        }
        return row.done();
    }

    /** An intent without done: the catalog can tell of concurrent index statements, and nobody of others. */
    private boolean isSettled(SqlStatement statement, int number) throws SQLException {
        ProgressRow row = known.get(number);
        if (row == null) {
            return false;
        }
        runner.connection().renewSession();
        ConcurrentIndexes.Outcome outcome = indexes.settle(statement, row.definition());
        if (outcome == ConcurrentIndexes.Outcome.UNKNOWN) {
            throw new PartialRevisionException(
                    step.revision(),
                    "The process ended while the statement at " + step.script().source() + ":" + statement.line()
                            + " ran, and nobody can tell whether it took effect.",
                    "Look, then say so: repair --statement done when it did, repair --statement again when it did not.");
        }
        if (outcome == ConcurrentIndexes.Outcome.DONE) {
            runner.bookkeeping().recordProgress(row(statement, number, true, null));
        }
        return outcome == ConcurrentIndexes.Outcome.DONE;
    }

    private static String fingerprint(SqlStatement statement) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add("statement", statement.text());
        fingerprint.add("data", String.valueOf(statement.copyData()));
        return fingerprint.hex();
    }

    private ProgressRow row(SqlStatement statement, int number, boolean done, @Nullable String definition) {
        return new ProgressRow(step.revision(), step.operation(), number, fingerprint(statement), done, definition);
    }
}
