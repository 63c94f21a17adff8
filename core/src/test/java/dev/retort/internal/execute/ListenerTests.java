/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.event.MigrationListener;
import dev.retort.event.RunEvent;
import dev.retort.event.StatementProgress;
import dev.retort.migration.RunArguments;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** What listeners hear beside the steps. */
class ListenerTests extends RunTestCase {

    @Test
    void hearTheTagAndTheValuesOfTheCommand() {
        List<RunArguments> heard = new ArrayList<>();
        project.chain("a").with(new MigrationListener() {
            @Override
            public void beforeRun(RunEvent run) {
                heard.add(run.arguments());
            }
        });
        RunArguments arguments = new RunArguments("release-7", Map.of("tenant", "north"));

        project.retort().upgrade(RunRequest.by("alice", "head").withArguments(arguments));
        project.retort().downgrade(RunRequest.by("alice", "base").withArguments(arguments));
        project.stamp("a");

        assertThat(heard).containsExactly(arguments, arguments, RunArguments.none());
    }

    @Test
    void valuesOfTheCommandAreStrongerPlaceholdersThanThoseOfTheSettings() {
        project.with(settings -> settings.placeholders(Map.of("one", "1", "two", "1")))
                .script(
                        "a",
                        "-- revision: a\n-- placeholders: true\n\n-- migrate: upgrade\n"
                                + "CREATE TABLE t AS SELECT ${one} AS one, ${two} AS two;\n\n"
                                + "-- migrate: downgrade\nDROP TABLE t;\n");

        RunArguments arguments = new RunArguments(null, Map.of("two", "2"));
        project.retort().upgrade(RunRequest.by("alice", "head").withArguments(arguments));

        assertThat(database.query("SELECT * FROM t")).containsExactly("1|2");
    }

    @Test
    void hearWhoBlocksAStatementWhileItWaits() throws Exception {
        BlockingQueue<StatementProgress> heard = new LinkedBlockingQueue<>();
        project.chain("a").start();
        project.revision("b", "a", "ALTER TABLE t_a ADD COLUMN more int;", "-- migrate: nothing")
                .with(new MigrationListener() {
                    @Override
                    public void whileRunning(StatementProgress statement) {
                        if (statement.blockedBy() != null) {
                            heard.add(statement);
                        }
                        throw new IllegalStateException("changes nothing");
                    }
                });
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (Connection blocker = database.connect();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE t_a");
            Future<RunResult> run = executor.submit(() -> project.start());

            StatementProgress progress = heard.take();
            blocker.rollback();

            assertThat(progress.statement()).contains("b.sql:6");
            assertThat(progress.running()).isGreaterThan(Duration.ZERO);
            assertThat(progress.phase()).isNull();
            assertThat(run.get().after()).containsExactly("b");
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void hearThePhaseOfAnIndexBuild() throws Exception {
        BlockingQueue<StatementProgress> heard = new LinkedBlockingQueue<>();
        project.chain("a").start();
        project.script(
                        "b",
                        "-- revision: b\n-- down_revision: a\n\n-- migrate: upgrade\n-- migrate: autocommit\n"
                                + "CREATE INDEX CONCURRENTLY ix ON t_a (id);\n\n-- migrate: downgrade\n"
                                + "-- migrate: autocommit\nDROP INDEX CONCURRENTLY ix;\n")
                .with(new MigrationListener() {
                    @Override
                    public void whileRunning(StatementProgress statement) {
                        if (statement.phase() != null) {
                            heard.add(statement);
                        }
                    }
                });
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (Connection writer = database.connect();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("INSERT INTO t_a VALUES (1)");
            Future<RunResult> run = executor.submit(() -> project.start());

            StatementProgress progress = heard.take();
            writer.rollback();

            assertThat(progress.phase()).isEqualTo("waiting for writers before build");
            assertThat(run.get().after()).containsExactly("b");
        } finally {
            executor.shutdownNow();
        }
    }
}
