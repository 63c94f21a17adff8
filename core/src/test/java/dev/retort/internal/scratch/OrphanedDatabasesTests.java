/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.model.ScratchSettings;
import dev.retort.settings.SessionSettings;
import dev.retort.test.JavaCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are killed with SIGKILL while their scratch database is there. */
class OrphanedDatabasesTests extends ScratchTestCase {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** A separate process with a scratch database: arguments are the JDBC URL and the user. */
    static final class Run {

        private Run() {}

        public static void main(String[] arguments) throws IOException {
            ServerAddress address = new ServerAddress(arguments[0], arguments[1], null);
            try (Scratch scratch = new ScratchDatabases(ScratchSettings.none(), SessionSettings.defaults(), List.of())
                    .open(source(address), address)) {
                scratch.run(model("CREATE TABLE customer (id int)"));
                System.out.println("ready");
                System.in.read();
            }
        }
    }

    private Process start() throws IOException {
        Process process = new ProcessBuilder(JavaCommand.of(Run.class.getName(), real.url(), creator))
                .redirectError(folder.resolve("run.log").toFile())
                .start();
        assertThat(process.getInputStream().read()).isNotNegative();
        return process;
    }

    private void awaitNoSessionIn(String database) {
        while (!real.query("SELECT 1 FROM pg_stat_activity WHERE datname = '" + database + "'")
                .isEmpty()) {
            Thread.onSpinWait();
        }
        while (!real.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'").isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void removesTheDatabaseOfAKilledRun() throws Exception {
        start().destroyForcibly().waitFor();
        List<String> left = databasesOf(creator);
        assertThat(left).hasSize(1);
        awaitNoSessionIn(left.get(0));

        try (Scratch scratch = open(creator)) {
            assertThat(databasesOf(creator)).hasSize(1).doesNotContainAnyElementsOf(left);
            assertThat(scratch.toString()).doesNotContain(left.get(0));
        }
        assertThat(databasesOf(creator)).isEmpty();
    }

    @Test
    void leavesTheDatabaseOfARunThatLives() throws Exception {
        Process run = start();
        List<String> used = databasesOf(creator);

        try (Scratch scratch = open(creator)) {
            assertThat(databasesOf(creator)).hasSize(2).containsAll(used);
            assertThat(scratch.prepared().schemas()).contains("public");
        }

        run.getOutputStream().close();
        assertThat(run.waitFor()).isZero();
        assertThat(databasesOf(creator)).isEmpty();
    }

    @Test
    void leavesWhatIsNotItsOwn() {
        String lookalike = "retort_scratch_0000000a";
        real.execute(
                "CREATE DATABASE " + lookalike + " OWNER " + creator,
                "COMMENT ON DATABASE " + lookalike + " IS 'the orders'");
        try {
            open(creator).close();

            assertThat(databasesOf(creator)).containsExactly(lookalike);
        } finally {
            real.execute("DROP DATABASE " + lookalike);
        }
    }
}
