/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.run.RunRequest;
import dev.retort.test.Samples;
import dev.retort.test.TestDatabase;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Statements mean the same in a script as in a run. The seed is in the report and in every failure; {@code -Dretort.seed}
 * begins with another one.
 */
class ScriptMeaningTests extends RunTestCase {

    private static final List<PlainClient> CLIENTS = List.of(PlainClient.values());

    private static final long FIRST_SEED = Long.getLong("retort.seed", new Random().nextLong());
    private static final int STATEMENTS = 60;
    private static final List<String> RESULTS =
            List.of("SELECT number, value FROM result ORDER BY number", "SELECT version_num FROM alembic_version");

    static IntStream repetitions() {
        return IntStream.rangeClosed(1, Samples.tries(3, 50));
    }

    @Tag("slow")
    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("repetitions")
    void aScriptForPsqlMeansWhatARunMeans(int repetition, TestReporter report) {
        long seed = write(repetition, report);
        String script = project.retort().offline().upgrade(RunRequest.by("alice", "head"));
        assertThat(Psql.PROGRAM.run(script, database, folder))
                .as("seed %d", seed)
                .isNull();
        isLikeARun(seed);
    }

    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("repetitions")
    void aScriptOfPlainSqlMeansWhatARunMeans(int repetition, TestReporter report) {
        long seed = write(repetition, report);
        PlainClient client = CLIENTS.get(repetition % CLIENTS.size());
        String script = project.retort().offline().plain().upgrade(RunRequest.by("alice", "head"));
        assertThat(client.run(script, database, folder))
                .as("seed %d, %s", seed, client)
                .isEmpty();
        isLikeARun(seed);
    }

    private long write(int repetition, TestReporter report) {
        long seed = FIRST_SEED + repetition;
        report.publishEntry("seed", seed + ", " + STATEMENTS + " statements");
        RandomStatements statements = new RandomStatements(seed, version());
        String transactional = RandomStatements.TABLES + statements.list(0, STATEMENTS / 2);
        String autocommit = "-- migrate: autocommit\n" + statements.list(STATEMENTS / 2, STATEMENTS / 2);
        project.revision("a", null, transactional + autocommit, "SELECT 1;");
        return seed;
    }

    private void isLikeARun(long seed) {
        try (TestDatabase live = TestDatabase.create()) {
            project.retortOn(live.dataSource()).upgrade(RunRequest.by("alice", "head"));
            for (String query : RESULTS) {
                assertThat(database.query(query)).as("seed %d: %s", seed, query).isEqualTo(live.query(query));
            }
            assertThat(live.query("SELECT count(DISTINCT number) FROM result")).containsExactly(STATEMENTS + "");
        }
    }

    private int version() {
        return Integer.parseInt(database.query("SELECT current_setting('server_version_num')")
                        .get(0))
                / 10_000;
    }
}
