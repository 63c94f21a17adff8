/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.run.PartialRevisionException;
import dev.retort.run.RunResult;
import dev.retort.run.StepResult;
import dev.retort.settings.TransactionMode;
import dev.retort.test.JavaCommand;
import java.io.IOException;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real processes, killed with SIGKILL while they migrate. */
class CrashTests extends RunTestCase {

    /** Starts another JVM that upgrades to head and does nothing else. */
    private Process instance(TransactionMode mode) throws IOException {
        return new ProcessBuilder(
                        JavaCommand.of(Instance.class.getName(), database.url(), folder.toString(), mode.name()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("instance.log").toFile())
                .start();
    }

    private void awaitRow(String condition) throws InterruptedException {
        while (database.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND " + condition)
                .isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private void killWhile(String queryPattern) throws Exception {
        killWhile(TransactionMode.PER_REVISION, queryPattern);
    }

    private void killWhile(TransactionMode mode, String queryPattern) throws Exception {
        Process instance = instance(mode);
        awaitRow("state = 'active' AND pid <> pg_backend_pid() AND query LIKE '" + queryPattern + "'");
        instance.destroyForcibly().waitFor();
    }

    @Tag("slow")
    @Test
    void rollsBackATransactionalRevisionAndRunsItOnceAfterwards() throws Exception {
        project.chain("a")
                .revision(
                        "b",
                        "a",
                        "CREATE TABLE b (id int);\n"
                                + "INSERT INTO b VALUES (1);\n"
                                + "SELECT pg_sleep(2);\n"
                                + "INSERT INTO b VALUES (2);",
                        "DROP TABLE b;");

        killWhile("SELECT pg_sleep(2)");
        RunResult restarted = project.start();

        assertThat(restarted.before()).containsExactly("a");
        assertThat(restarted.steps()).extracting(StepResult::revision).containsExactly("b");
        assertThat(database.query("SELECT id FROM b ORDER BY 1")).containsExactly("1", "2");
        assertThat(history()).containsExactly("upgrade|a|succeeded", "upgrade|b|succeeded");
    }

    @Tag("nightly")
    @Test
    void rollsBackAllRevisionsOfOneTransactionAndRunsThemOnceAfterwards() throws Exception {
        project.chain("a")
                .revision("b", "a", "CREATE TABLE b (id int);\nSELECT pg_sleep(2);", "DROP TABLE b;")
                .with(settings -> settings.transaction(TransactionMode.ALL));

        killWhile(TransactionMode.ALL, "%SELECT pg_sleep(2)%");

        assertThat(project.start().steps()).extracting(StepResult::revision).containsExactly("a", "b");
        assertThat(history()).containsExactly("upgrade|a|succeeded", "upgrade|b|succeeded");
    }

    @Test
    void finishesAConcurrentIndexThatWasBeingBuilt() throws Exception {
        project.chain("a")
                .script(
                        "b",
                        "-- revision: b\n"
                                + "-- down_revision: a\n\n"
                                + "-- migrate: upgrade\n"
                                + "-- migrate: autocommit\n"
                                + "CREATE INDEX CONCURRENTLY ix ON t_a (id);\n\n"
                                + "-- migrate: downgrade\n"
                                + "-- migrate: nothing\n")
                .upgrade("a");
        try (Connection writer = database.connect()) {
            // A writer that does not end keeps the build waiting, so that it can be killed in the middle.
            writer.setAutoCommit(false);
            writer.createStatement().execute("INSERT INTO t_a VALUES (1)");
            killWhile("CREATE INDEX CONCURRENTLY%");
            writer.commit();
        }

        project.start();

        assertThat(database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix'::regclass"))
                .containsExactly("t");
        assertThat(history()).containsExactly("upgrade|a|succeeded", "upgrade|b|succeeded");
    }

    @Test
    void needsARepairAfterAnAutocommitStatementOfUnknownOutcome() throws Exception {
        project.chain("a")
                .script(
                        "b",
                        "-- revision: b\n-- down_revision: a\n\n-- migrate: upgrade\n-- migrate: autocommit\n"
                                + "SELECT pg_sleep(2);\n\n-- migrate: downgrade\n-- migrate: nothing\n");

        killWhile("SELECT pg_sleep(2)");

        assertThatThrownBy(project::start)
                .isInstanceOf(PartialRevisionException.class)
                .hasMessageContaining("Retort cannot tell");
        assertThat(database.query("SELECT revision, state FROM retort_progress"))
                .isEqualTo(List.of("b|intent"));
    }
}
