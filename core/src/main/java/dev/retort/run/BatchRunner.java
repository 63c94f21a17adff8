/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.history.ProgressRow;
import dev.retort.jdbc.MigrationConnection;
import dev.retort.migration.Batches;
import dev.retort.sql.SqlStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes rows batch by batch, each in a transaction of its own that also records the last key. A run that dies goes on
 * behind that key.
 */
final class BatchRunner {

    private static final Logger log = LoggerFactory.getLogger(BatchRunner.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final StepRunner runner;
    private final Attempts attempts;
    private final StepScript step;
    private final StepProgress progress;

    BatchRunner(StepRunner runner, Attempts attempts, StepScript step, StepProgress progress) {
        this.runner = runner;
        this.attempts = attempts;
        this.step = step;
        this.progress = progress;
    }

    /**
     * Makes all batches that are left; called outside of a transaction.
     *
     * @param line where the code asks for them
     * @param number the number that they have in the step together
     */
    void run(Batches batches, int line, int number) throws SQLException {
        SqlStatement whole = new SqlStatement(BatchSql.whole(batches), line, null);
        progress.check(whole, number);
        ProgressRow row = progress.find(number);
        if (row != null && row.definition() == null) {
            return;
        }
        BatchSql sql = BatchSql.of(batches, keyTypes(batches));
        Course course = new Course(whole, number, row == null ? null : row.definition(), batches);
        while (course.goesOn) {
            attempts.run(step.revision(), timeout -> runner.inTransaction(step, timeout, () -> course.next(sql)));
            course.tell();
        }
        ProgressRow done = progress.done(whole, number);
        runner.bookkeeping().recordProgress(done);
        progress.committed(done);
    }

    private List<String> keyTypes(Batches batches) throws SQLException {
        return BatchSql.keyTypes(batches, runner.connection());
    }

    /** How far the batches are. */
    private final class Course {

        private final SqlStatement whole;
        private final int number;
        private final BatchSize size;
        private @Nullable String key;
        private boolean goesOn = true;
        private long rows;
        private long told = System.nanoTime();

        Course(SqlStatement whole, int number, @Nullable String key, Batches batches) {
            this.whole = whole;
            this.number = number;
            this.key = key;
            this.size = new BatchSize(batches.size(), batches.targetTime());
        }

        /** Makes the next batch; a retry of the transaction makes the same again. */
        void next(BatchSql sql) throws SQLException {
            long began = System.nanoTime();
            MigrationConnection connection = runner.connection();
            String last = sql.lastKey(connection, key, size.keys());
            if (last == null) {
                goesOn = false;
                return;
            }
            long changed = runner.watched(step, whole, () -> sql.change(connection, key, last));
            ProgressRow reached = progress.reached(whole, number, last);
            runner.bookkeeping().recordProgress(reached);
            committedAt(reached, changed, began);
        }

        /** The row is believed only once its transaction has committed: until then a retry starts from the old key. */
        private void committedAt(ProgressRow reached, long changed, long began) {
            pending = () -> {
                key = reached.definition();
                rows += changed;
                progress.committed(reached);
                size.took(Duration.ofNanos(System.nanoTime() - began));
            };
        }

        private Runnable pending = () -> {};

        void tell() {
            pending.run();
            pending = () -> {};
            if (System.nanoTime() - told > BETWEEN_LINES.toNanos()) {
                told = System.nanoTime();
                log.info("Revision {}: {} rows changed, up to the key {}", step.revision(), rows, key);
            }
        }
    }
}
