/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;
import dev.retort.history.ProgressRow;
import dev.retort.sql.SqlStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The transaction of a Java revision, which its code may leave and come back to. */
final class LiveTransaction {

    private final StepRunner runner;
    private final StepScript step;
    private final Duration lockTimeout;
    private final @Nullable StepProgress progress;
    private final List<ProgressRow> open = new ArrayList<>();
    private @Nullable SqlStatement writingQuery;
    private boolean outside;

    private LiveTransaction(StepRunner runner, StepScript step, Duration lockTimeout, @Nullable StepProgress progress) {
        this.runner = runner;
        this.step = step;
        this.lockTimeout = lockTimeout;
        this.progress = progress;
    }

    /** {@return the transaction of one revision} */
    static LiveTransaction divisible(StepRunner runner, StepScript step, Duration lockTimeout, StepProgress progress) {
        return new LiveTransaction(runner, step, lockTimeout, progress);
    }

    /** {@return a transaction that all revisions share} */
    static LiveTransaction shared(StepRunner runner, StepScript step) {
        return new LiveTransaction(runner, step, Duration.ZERO, null);
    }

    boolean isOutside() {
        return outside;
    }

    boolean isShared() {
        return progress == null;
    }

    /** Remembers that a statement ran, to be recorded should the transaction commit before its step is done. */
    void ran(NumberedStatement statement) {
        if (progress != null) {
            open.add(progress.done(statement));
        }
    }

    /**
     * Remembers that a query is about to write. That is good as long as its transaction commits with the step: committed before,
     * it would be run again, for nobody remembers its answer.
     */
    void wrote(SqlStatement query) {
        if (outside) {
            throw twice(query, "It runs outside of a transaction.");
        }
        writingQuery = query;
    }

    private RetortException twice(SqlStatement query, String committed) {
        return new RetortException(
                "The query at line " + query.line() + " of " + step.script().source()
                        + " may write, and could do so twice.",
                committed
                        + " When the code runs again, after a crash or for want of locks, it needs the answer again, and"
                        + " nobody has kept it.",
                "Write with execute(...) or update(), which are remembered, and ask afterwards; or write behind the last"
                        + " part that is outside of the transaction.");
    }

    /**
     * Commits what ran so far, does something outside of a transaction, and begins another one.
     *
     * @param line where the code asks for that
     */
    void leave(CodeLine line, OutsideWork work) throws SQLException {
        if (progress == null) {
            throw new IllegalStateException("A shared transaction cannot be left");
        }
        if (writingQuery != null) {
            throw twice(writingQuery, "Its transaction would be committed at " + line + ".");
        }
        for (ProgressRow row : open) {
            runner.bookkeeping().recordProgress(row);
        }
        commitAndRun(line, () -> {
            open.forEach(progress::committed);
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

    /** What happens outside of a transaction. */
    @FunctionalInterface
    interface OutsideWork {
        /** Does the work. */
        void run() throws SQLException;
    }
}
