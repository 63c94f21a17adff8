/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.java;

import dev.retort.internal.execute.step.StepRunner;
import dev.retort.internal.history.ProgressRow;
import dev.retort.internal.step.CodeLine;
import dev.retort.internal.step.NumberedStatement;
import dev.retort.internal.step.PlannedStep;
import dev.retort.internal.step.StatementAnswer;
import dev.retort.internal.step.StepProgress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The transaction of a Java revision, which its code may leave and come back to. */
final class LiveTransaction {

    private final StepRunner runner;
    private final PlannedStep step;
    private final Duration lockTimeout;
    private final @Nullable StepProgress progress;
    private final List<Ran> open = new ArrayList<>();
    private boolean outside;

    private LiveTransaction(
            StepRunner runner, PlannedStep step, Duration lockTimeout, @Nullable StepProgress progress) {
        this.runner = runner;
        this.step = step;
        this.lockTimeout = lockTimeout;
        this.progress = progress;
    }

    /** {@return the transaction of one revision} */
    static LiveTransaction divisible(StepRunner runner, PlannedStep step, Duration lockTimeout, StepProgress progress) {
        return new LiveTransaction(runner, step, lockTimeout, progress);
    }

    /** {@return a transaction that all revisions share} */
    static LiveTransaction shared(StepRunner runner, PlannedStep step) {
        return new LiveTransaction(runner, step, Duration.ZERO, null);
    }

    boolean isOutside() {
        return outside;
    }

    boolean isShared() {
        return progress == null;
    }

    /**
     * Remembers that a statement ran, to be recorded should the transaction commit before its step is done.
     *
     * @param answer what it answered; {@code null} when no code reads it
     */
    void ran(NumberedStatement statement, @Nullable StatementAnswer answer) {
        if (progress != null) {
            open.add(new Ran(statement, answer));
        }
    }

    private record Ran(
            NumberedStatement statement, @Nullable StatementAnswer answer) {
        ProgressRow done(StepProgress progress) {
            return answer == null ? progress.done(statement) : progress.done(statement, answer);
        }
    }

    /**
     * Commits what ran so far, does something outside of a transaction, and begins another one.
     *
     * @param line the line of the code
     */
    void leave(CodeLine line, OutsideWork work) throws SQLException {
        if (progress == null) {
            throw new IllegalStateException("A shared transaction cannot be left");
        }
        List<ProgressRow> rows = open.stream().map(ran -> ran.done(progress)).toList();
        for (ProgressRow row : rows) {
            runner.historyWriter().recordProgress(row);
        }
        commitAndRun(line, () -> {
            rows.forEach(progress::committed);
            open.clear();
            outside(work);
        });
        runner.connection().setLocalLockTimeout(lockTimeout);
    }

    private void commitAndRun(CodeLine line, OutsideWork work) throws SQLException {
        boolean[] committed = new boolean[1];
        try {
            runner.connection().outsideTransaction(() -> {
                committed[0] = true;
                work.run();
                return true;
            });
        } catch (SQLException e) {
            if (!committed[0]) {
                throw runner.commitFailed(step, line.line(), e);
            }
            throw e;
        }
    }

    private void outside(OutsideWork work) throws SQLException {
        runner.connection().renewSession();
        outside = true;
        try {
            work.run();
        } finally {
            outside = false;
        }
        runner.connection().renewSession();
    }

    /** Code that runs outside of a transaction. */
    @FunctionalInterface
    interface OutsideWork {
        /** Does the work. */
        void run() throws SQLException;
    }
}
