/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.StartMode;
import dev.retort.test.JavaCommand;
import java.io.IOException;
import java.sql.Connection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A loop on {@code update()} outside of transactions, whose process is killed with SIGKILL in the middle. */
class KilledLoopTests extends RunTestCase {

    private static final String PROGRESS = "SELECT count(*) FROM retort_progress WHERE state = 'done'";

    private Process start(int rows) throws IOException {
        return new ProcessBuilder(JavaCommand.of(
                        LoopingInstance.class.getName(), database.url(), folder.toString(), Integer.toString(rows)))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("instance.log").toFile())
                .start();
    }

    @Tag("slow")
    @Test
    void updatesEachRowOnceAfterItsProcessWasKilledTwice() throws Exception {
        killAt(20_000, 500, 3, 15);
    }

    @Tag("nightly")
    @Test
    void updatesEachOfAMillionRowsOnceAfterItsProcessWasKilled() throws Exception {
        killAt(1_000_000, 10_000, 1, 10, 30, 50, 70, 90, 99);
        System.out.println("SIGKILL in a loop over 1,000,000 rows: 7 kills: 0 rows undone, each updated once");
    }

    /** A statement commits together with the row that says so. */
    @Tag("slow")
    @Test
    void continuesAfterAKillInAStatement() throws Exception {
        Retort retort = prepare(2_000, 500);
        Process instance;
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("SELECT 1 FROM item WHERE id = 1500 FOR UPDATE");
            instance = start(500);
            while (database.query("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                            + " AND query LIKE 'UPDATE item%'")
                    .isEmpty()) {
                assertThat(instance.isAlive()).isTrue();
            }
            instance.destroyForcibly().waitFor();
        }
        awaitEndOfOtherSessions();

        assertCompletes(retort, 2_000);
    }

    private Retort prepare(int count, int rows) {
        Retort retort = LoopingInstance.retort(database.dataSource(), folder.toString(), rows);
        retort.ensureVersion();
        database.execute(
                "CREATE TABLE item (id int PRIMARY KEY, runs int NOT NULL DEFAULT 0)",
                "INSERT INTO item SELECT generate_series(1, " + count + ")",
                "CREATE INDEX ON item (id) WHERE runs = 0");
        return retort;
    }

    private void killAt(int count, int rows, int... rounds) throws Exception {
        Retort retort = prepare(count, rows);
        for (int round : rounds) {
            Process instance = start(rows);
            while (instance.isAlive() && Long.parseLong(database.query(PROGRESS).get(0)) < round) {
                Thread.onSpinWait();
            }
            assertThat(instance.isAlive())
                    .as("the process ended before it was killed")
                    .isTrue();
            instance.destroyForcibly().waitFor();
            awaitEndOfOtherSessions();
        }
        assertCompletes(retort, count);
    }

    private void assertCompletes(Retort retort, int count) {
        retort.start(StartMode.UPGRADE);

        assertThat(database.query("SELECT runs, count(*) FROM item GROUP BY 1")).containsExactly("1|" + count);
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("j");
        assertThat(database.query("SELECT count(*) FROM retort_progress")).containsExactly("0");
    }

    private void awaitEndOfOtherSessions() {
        while (!database.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND pid <> pg_backend_pid()")
                .isEmpty()) {
            Thread.onSpinWait();
        }
    }
}
