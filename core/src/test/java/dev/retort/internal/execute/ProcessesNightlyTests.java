/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.settings.TransactionMode;
import dev.retort.test.JavaCommand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many processes: killed at random moments, and at work at once. */
@Tag("nightly")
class ProcessesNightlyTests extends RunTestCase {

    private static final int KILLS = Integer.getInteger("nightly.runs", 100);
    private static final int PROCESSES = Integer.getInteger("nightly.processes", 50);

    private Process start(TransactionMode mode) throws IOException {
        return new ProcessBuilder(
                        JavaCommand.of(Instance.class.getName(), database.url(), folder.toString(), mode.name()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("instances.log").toFile())
                .start();
    }

    private void writeScripts(TransactionMode mode) {
        String slow = "SELECT pg_sleep(0.03);\n";
        project.revision(
                        "a",
                        null,
                        "CREATE TABLE t_a (id int);\n" + slow + "INSERT INTO t_a VALUES (1);",
                        "DROP TABLE t_a;")
                .revision(
                        "b",
                        "a",
                        "CREATE TABLE t_b (id int);\n" + slow + "INSERT INTO t_b VALUES (1);",
                        "DROP TABLE t_b;");
        if (mode == TransactionMode.PER_REVISION) {
            project.script(
                    "c",
                    "-- revision: c\n-- down_revision: b\n\n-- migrate: upgrade\nINSERT INTO t_a VALUES (2);\n"
                            + "-- migrate: autocommit\nCREATE INDEX CONCURRENTLY ix ON t_a (id);\n"
                            + "-- migrate: transaction\n" + slow + "INSERT INTO t_a VALUES (3);\n\n"
                            + "-- migrate: downgrade\nDROP INDEX ix;\n");
        }
    }

    /** A hundred kills in each mode of transactions, over the whole time that a run takes. */
    @ParameterizedTest
    @EnumSource
    void survivesKillsAtRandomMoments(TransactionMode mode) throws Exception {
        long seed = Long.getLong("nightly.seed", System.nanoTime());
        Random random = new Random(seed);
        writeScripts(mode);
        long longest = duration(mode);
        Map<String, Integer> states = new TreeMap<>();
        int killed = 0;
        int completed = 0;
        while (killed < KILLS) {
            Process instance = start(mode);
            awaitSessionOf(instance);
            if (instance.waitFor(random.nextLong(longest), TimeUnit.MILLISECONDS)) {
                completed++;
            } else {
                instance.destroyForcibly().waitFor();
                killed++;
                states.merge(state(), 1, Integer::sum);
            }
            if (random.nextInt(3) == 0) {
                finishAndReset(mode);
            }
        }
        finishAndReset(mode);
        System.out.printf(
                "SIGKILL, transaction=%s: %d kills at %s, %d runs that ended before, seed %d: all converged%n",
                mode, killed, states, completed, seed);
    }

    /** {@return how long a run takes from its first session to its end, in milliseconds} */
    private long duration(TransactionMode mode) throws Exception {
        Process instance = start(mode);
        awaitSessionOf(instance);
        long begin = System.nanoTime();
        assertThat(instance.waitFor()).isZero();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        finishAndReset(mode);
        return Math.max(1, millis);
    }

    /** {@return the revision that the database is at, or that there is none yet} */
    private String state() {
        if (database.query("SELECT to_regclass('alembic_version')").contains("null")) {
            return "no table";
        }
        return String.join("", database.query("SELECT coalesce(max(version_num), 'base') FROM alembic_version"));
    }

    private void awaitSessionOf(Process instance) {
        while (instance.isAlive()
                && database.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND pid <> pg_backend_pid()")
                        .isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private void finishAndReset(TransactionMode mode) {
        boolean all = mode == TransactionMode.ALL;
        project.with(settings -> settings.transaction(mode)).upgrade("head");
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly(all ? "b" : "c");
        assertThat(database.query("SELECT id FROM t_a ORDER BY id"))
                .isEqualTo(all ? List.of("1") : List.of("1", "2", "3"));
        assertThat(database.query("SELECT id FROM t_b")).containsExactly("1");
        assertThat(database.query("SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
                .containsExactly("0");
        assertThat(database.query("SELECT revision FROM retort_history WHERE outcome = 'succeeded'"
                        + " AND operation = 'upgrade' GROUP BY 1 HAVING count(*) > 1"))
                .isEmpty();
        database.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
    }

    @Test
    void appliesEachRevisionOnceWhenManyProcessesStartAtOnce() throws Exception {
        writeScripts(TransactionMode.PER_REVISION);
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(start(TransactionMode.PER_REVISION));
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }
        assertThat(history()).containsExactly("upgrade|a|succeeded", "upgrade|b|succeeded", "upgrade|c|succeeded");
        System.out.printf("%d processes at once: each revision was applied once%n", PROCESSES);
    }
}
