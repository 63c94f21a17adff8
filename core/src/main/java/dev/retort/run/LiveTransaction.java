/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

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
    private final Duration lockTimeout;
    private final @Nullable StepProgress progress;
    private final List<ProgressRow> open = new ArrayList<>();
    private boolean outside;

    private LiveTransaction(StepRunner runner, Duration lockTimeout, @Nullable StepProgress progress) {
        this.runner = runner;
        this.lockTimeout = lockTimeout;
        this.progress = progress;
    }

    /** {@return the transaction of one revision} */
    static LiveTransaction divisible(StepRunner runner, Duration lockTimeout, StepProgress progress) {
        return new LiveTransaction(runner, lockTimeout, progress);
    }

    /** {@return a transaction that all revisions share} */
    static LiveTransaction shared(StepRunner runner) {
        return new LiveTransaction(runner, Duration.ZERO, null);
    }

    boolean isOutside() {
        return outside;
    }

    boolean isShared() {
        return progress == null;
    }

    /** Remembers that a statement ran, to be recorded should the transaction commit before its step is done. */
    void ran(SqlStatement statement, int number) {
        if (progress != null) {
            open.add(progress.done(statement, number));
        }
    }

    /** Commits what ran so far, does something outside of a transaction, and begins another one. */
    void leave(OutsideWork work) throws SQLException {
        if (progress == null) {
            throw new IllegalStateException("A shared transaction cannot be left");
        }
        for (ProgressRow row : open) {
            runner.bookkeeping().recordProgress(row);
        }
        runner.connection().outsideTransaction(() -> {
            open.forEach(progress::committed);
            open.clear();
            outside(work);
            return true;
        });
        runner.connection().setLocalLockTimeout(lockTimeout);
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
