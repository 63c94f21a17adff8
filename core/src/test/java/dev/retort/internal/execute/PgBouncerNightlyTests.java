/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.internal.jdbc.support.UnsupportedDatabaseException;
import dev.retort.test.BusyClients;
import dev.retort.test.PgBouncer;
import dev.retort.test.Project;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real pgbouncer with twelve busy clients, in all of its modes, a hundred times each. */
@Tag("nightly")
class PgBouncerNightlyTests extends RunTestCase {

    private static final int RUNS = Integer.getInteger("nightly.runs", 100);
    private static final int CLIENTS = 12;

    @ParameterizedTest
    @CsvSource({
        "transaction, 0, 0, 10",
        "transaction, 5, 0, 10",
        "transaction, 0, 1, 10",
        "transaction, 5, 1, 10",
        "transaction, 0, 0, 20",
        "transaction, 5, 1, 20",
        "transaction, 5, 0, 1",
        "statement, 0, 0, 10",
        "statement, 5, 0, 10",
        "statement, 5, 1, 20",
    })
    void refusesAPoolThatSharesSessions(String mode, int prepareThreshold, int roundRobin, int size) throws Exception {
        project.chain("a", "b");
        List<String> settings =
                List.of("pool_mode = " + mode, "default_pool_size = " + size, "server_round_robin = " + roundRobin);
        int refused = 0;
        try (PgBouncer pgbouncer = PgBouncer.start(database, settings);
                BusyClients busy = BusyClients.start(pgbouncer.dataSource(0), CLIENTS)) {
            for (int i = 0; i < RUNS; i++) {
                assertThatThrownBy(project.on(pgbouncer.dataSource(prepareThreshold))::start)
                        .isInstanceOf(UnsupportedDatabaseException.class)
                        .hasMessageContaining("through a pooler in " + mode + " mode");
                refused++;
                assertThat(database.query("SELECT to_regclass('alembic_version'),"
                                + " (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory')"))
                        .containsExactly("null|0");
            }
            assertThat(busy.areWorking()).isTrue();
            assertThat(settingsOfSessions(pgbouncer.dataSource(0))).containsOnly("0");
        }
        System.out.printf(
                "pgbouncer, %s mode, prepareThreshold %d, server_round_robin %d, %d sessions, %d busy clients:"
                        + " %d of %d refused%n",
                mode, prepareThreshold, roundRobin, size, CLIENTS, refused, RUNS);
    }

    /** What the sessions that clients are given say, many times: applications would meet a setting that was left there. */
    private static List<String> settingsOfSessions(DataSource source) throws Exception {
        List<String> answers = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            for (int i = 0; i < 200; i++) {
                try (ResultSet row = connection
                        .createStatement()
                        .executeQuery("SELECT current_setting('idle_in_transaction_session_timeout')")) {
                    row.next();
                    answers.add(row.getString(1));
                }
            }
        }
        return answers;
    }

    @ParameterizedTest
    @CsvSource({"0, 20, 12", "5, 20, 12", "5, 1, 0", "0, 2, 0"})
    void runsThroughAPoolOfSessions(int prepareThreshold, int size, int clients) throws Exception {
        project.chain("a", "b");
        List<String> settings = List.of("pool_mode = session", "default_pool_size = " + size);
        // A pool of one session takes three seconds to tell from one that is busy.
        int runs = Math.max(1, RUNS / (size == 1 ? 10 : 2));
        try (PgBouncer pgbouncer = PgBouncer.start(database, settings);
                BusyClients busy = BusyClients.start(pgbouncer.dataSource(0), clients)) {
            Project through = project.on(pgbouncer.dataSource(prepareThreshold));
            for (int i = 0; i < runs; i++) {
                assertThat(through.upgrade("b").steps()).hasSize(2);
                assertThat(through.downgrade("base").steps()).hasSize(2);
                assertThat(database.query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                        .containsExactly("0");
            }
            assertThat(busy.areWorking()).isTrue();
        }
        System.out.printf(
                "pgbouncer, session mode, prepareThreshold %d, %d sessions, %d busy clients: %d of %d up and down%n",
                prepareThreshold, size, clients, runs, runs);
    }
}
