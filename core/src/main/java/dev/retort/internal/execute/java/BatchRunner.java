/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.java;

import dev.retort.internal.execute.step.LockRetries;
import dev.retort.internal.execute.step.StepRunner;
import dev.retort.internal.history.ProgressRow;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.SqlState;
import dev.retort.internal.step.BatchKey;
import dev.retort.internal.step.BatchSql;
import dev.retort.internal.step.NumberedStatement;
import dev.retort.internal.step.PlannedStep;
import dev.retort.internal.step.StepProgress;
import dev.retort.migration.Batches;
import dev.retort.run.StatementFailedException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes rows in batches, each in a separate transaction that also records the last key. After a crash the next run
 * continues after that key.
 */
final class BatchRunner {

    private static final Logger log = LoggerFactory.getLogger(BatchRunner.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final StepRunner runner;
    private final LockRetries attempts;
    private final PlannedStep step;
    private final StepProgress progress;

    BatchRunner(StepRunner runner, LockRetries attempts, PlannedStep step, StepProgress progress) {
        this.runner = runner;
        this.attempts = attempts;
        this.step = step;
        this.progress = progress;
    }

    /**
     * Makes all batches that are left; called outside of a transaction.
     *
     * @param number the number that they have in the step together
     */
    void run(BatchSql sql, int number) throws SQLException {
        Batches batches = sql.batches();
        NumberedStatement all = new NumberedStatement(sql.whole(), number, "key " + batches.key());
        ProgressRow row = progress.find(number);
        if (row != null && row.definition() == null) {
            progress.check(all);
            return;
        }
        BatchKey key = BatchKey.read(batches, runner.connection());
        NumberedStatement some = new NumberedStatement(sql.whole(), number, "key " + key.description());
        progress.check(some);
        Course course = new Course(sql, key, some, row == null ? null : row.definition());
        while (course.continues) {
            attempts.run(step.revision(), timeout -> runner.inTransaction(step, timeout, course::next));
            course.tell();
        }
        ProgressRow done = progress.done(all);
        runner.historyWriter().recordProgress(done);
        progress.committed(done);
    }

    /** The progress of the batches. */
    private final class Course {

        private final BatchSql sql;
        private final BatchKey key;
        private final NumberedStatement statement;
        private final BatchSize size;
        private @Nullable String after;
        private boolean continues = true;
        private long rows;
        private long reportedAt = System.nanoTime();

        Course(BatchSql sql, BatchKey key, NumberedStatement statement, @Nullable String after) {
            this.sql = sql;
            this.key = key;
            this.statement = statement;
            this.after = after;
            this.size = new BatchSize(sql.batches().size(), sql.batches().targetTime());
        }

        /** Makes the next batch; a retry of the transaction makes the same again. */
        void next() throws SQLException {
            long began = System.nanoTime();
            MigrationConnection connection = runner.connection();
            List<String> found = runner.watched(
                    step,
                    statement.sql(),
                    () -> connection.query(key.last(after, size.keys()), row -> row.getString(1)));
            if (found.isEmpty()) {
                continues = false;
                return;
            }
            String last = found.get(0);
            long changed = change(last);
            ProgressRow reached = progress.reached(statement, last);
            runner.historyWriter().recordProgress(reached);
            committedAt(reached, changed, began);
        }

        private long change(String last) {
            try {
                return runner.watched(
                        step, statement.sql(), () -> runner.connection().change(sql.between(key, after, last)));
            } catch (StatementFailedException e) {
                throw e.with(
                        "The batch has the rows of " + key.table() + " whose key ("
                                + String.join(", ", sql.batches().key())
                                + ") is " + (after == null ? "" : "greater than " + after + " and ") + "at most " + last
                                + "; this run committed " + rows + " rows before it.",
                        toDo(e));
            }
        }

        private static String toDo(StatementFailedException e) {
            boolean waited = SqlState.of(e).filter(SqlState::isLockContention).isPresent();
            return waited
                    ? e.action() + " The next run continues with this batch."
                    : "Correct the rows, or the class without changing its statement, and try again: the next run"
                            + " continues with this batch.";
        }

        /** The row is believed only once its transaction has committed: until then a retry starts from the old key. */
        private void committedAt(ProgressRow reached, long changed, long began) {
            pending = () -> {
                after = reached.definition();
                rows += changed;
                progress.committed(reached);
                size.took(Duration.ofNanos(System.nanoTime() - began));
            };
        }

        private Runnable pending = () -> {};

        void tell() {
            pending.run();
            pending = () -> {};
            if (System.nanoTime() - reportedAt > BETWEEN_LINES.toNanos()) {
                reportedAt = System.nanoTime();
                log.info("Revision {}: {} rows changed, up to the key {}", step.revision(), rows, after);
            }
        }
    }
}
