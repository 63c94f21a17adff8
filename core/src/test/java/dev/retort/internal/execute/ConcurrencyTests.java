/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.event.MigrationListener;
import dev.retort.event.StepEvent;
import dev.retort.internal.lock.LockKey;
import dev.retort.run.LockNotAcquiredException;
import dev.retort.run.RunResult;
import dev.retort.run.StatementFailedException;
import dev.retort.settings.LockTimeouts;
import dev.retort.settings.TransactionMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConcurrencyTests extends RunTestCase {

    @Test
    void appliesEveryRevisionOnceWhenManyInstancesStartAtOnce() throws Exception {
        project.chain("a", "b", "c", "d", "e");
        int instances = 8;
        ExecutorService threads = Executors.newFixedThreadPool(instances);
        List<Future<RunResult>> starts = new ArrayList<>();
        for (int i = 0; i < instances; i++) {
            starts.add(threads.submit(project::start));
        }
        int applied = 0;
        for (Future<RunResult> start : starts) {
            assertThat(start.get().after()).containsExactly("e");
            applied += start.get().steps().size();
        }
        threads.shutdown();

        assertThat(applied).isEqualTo(5);
        assertThat(history()).hasSize(5).allMatch(row -> row.endsWith("succeeded"));
    }

    @Test
    void buildsAnIndexConcurrentlyWhileOthersWaitForTheLock() throws Exception {
        project.chain("a")
                .script(
                        "b",
                        "-- revision: b\n-- down_revision: a\n\n-- migrate: upgrade\n-- migrate: autocommit\n"
                                + "CREATE INDEX CONCURRENTLY ix ON t_a (id);\n\n-- migrate: downgrade\n"
                                + "-- migrate: autocommit\nDROP INDEX CONCURRENTLY ix;\n");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<RunResult>> starts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            starts.add(threads.submit(project::start));
        }
        for (Future<RunResult> start : starts) {
            assertThat(start.get().after()).containsExactly("b");
        }
        threads.shutdown();

        assertThat(database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix'::regclass"))
                .containsExactly("t");
        assertThat(history()).containsExactly("upgrade|a|succeeded", "upgrade|b|succeeded");
    }

    @Test
    void saysWhoHoldsTheMigrationLockWhenTheTimeToWaitIsOver() throws SQLException {
        LockKey key = LockKey.of("public", "alembic_version");
        try (Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            statement.execute("SET application_name = 'the other one'");
            statement.execute("SELECT pg_advisory_lock(" + key.namespace() + ", " + key.number() + ")");

            assertThatThrownBy(() -> project.with(settings -> settings.waitForLock(Duration.ofMillis(10)))
                            .chain("a")
                            .start())
                    .isInstanceOf(LockNotAcquiredException.class)
                    .hasMessageContaining("the other one");
        }
    }

    @Test
    void triesAgainWhenATableIsLockedAndSucceedsWhenItIsFree() throws SQLException {
        project.chain("a").start();
        project.revision("b", "a", "ALTER TABLE t_a ADD COLUMN name text;", "ALTER TABLE t_a DROP COLUMN name;");
        try (Connection blocker = database.connect();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE t_a IN ACCESS SHARE MODE");
            List<Integer> attempts = new ArrayList<>();
            project.with(settings -> settings.lockTimeouts(
                            new LockTimeouts(Duration.ofMillis(20), Duration.ofMillis(20), Duration.ofMinutes(1))))
                    .with(new MigrationListener() {
                        @Override
                        public void beforeStep(StepEvent step) {
                            attempts.add(step.attempt());
                            if (step.attempt() == 2) {
                                rollBack(blocker);
                            }
                        }
                    });

            assertThat(project.start().after()).containsExactly("b");
            assertThat(attempts).containsExactly(1, 2);
        }
        assertThat(history()).containsExactly("upgrade|a|succeeded", "upgrade|b|succeeded");
    }

    @Test
    void triesAgainInATransactionThatAllRevisionsShare() throws SQLException {
        project.chain("a").start();
        project.revision("b", "a", "CREATE TABLE t_b (id int);", "DROP TABLE t_b;")
                .revision("c", "b", "ALTER TABLE t_a ADD COLUMN name text;", "ALTER TABLE t_a DROP COLUMN name;");
        try (Connection blocker = database.connect();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE t_a IN ACCESS SHARE MODE");
            project.with(settings -> settings.transaction(TransactionMode.ALL)
                            .lockTimeouts(new LockTimeouts(
                                    Duration.ofMillis(20), Duration.ofMillis(20), Duration.ofMinutes(1))))
                    .with(new MigrationListener() {
                        @Override
                        public void beforeStep(StepEvent step) {
                            if (step.attempt() == 2) {
                                rollBack(blocker);
                            }
                        }
                    });

            assertThat(project.start().after()).containsExactly("c");
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void saysWhoBlockedWhenTheBudgetIsSpent() throws SQLException {
        project.chain("a").start();
        project.revision("b", "a", "ALTER TABLE t_a ADD COLUMN name text;", "ALTER TABLE t_a DROP COLUMN name;");
        try (Connection blocker = database.connect();
                Statement statement = blocker.createStatement()) {
            statement.execute("SET application_name = 'night report'");
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE t_a IN ACCESS SHARE MODE");
            project.with(settings -> settings.lockTimeouts(
                    new LockTimeouts(Duration.ofMillis(900), Duration.ofMillis(900), Duration.ZERO)));

            assertThatThrownBy(project::start).isInstanceOfSatisfying(StatementFailedException.class, e -> {
                assertThat(e.statement().sqlState()).isEqualTo("55P03");
                assertThat(e.statement().blockedBy()).contains("night report").contains("idle in transaction");
            });
        }
        assertThat(database.query(
                        "SELECT blocked_by LIKE '%night report%' FROM retort_history WHERE outcome = 'failed'"))
                .containsExactly("t");
    }
}
