/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.retort.event.MigrationListener;
import dev.retort.event.StepEvent;
import dev.retort.internal.jdbc.statement.SessionChangedException;
import dev.retort.internal.jdbc.support.UnsupportedDatabaseException;
import dev.retort.run.RunRequest;
import dev.retort.test.BusyClients;
import dev.retort.test.Project;
import dev.retort.test.Samples;
import dev.retort.test.TestPooler;
import dev.retort.test.TestPooler.Mode;
import dev.retort.test.TestPooler.Order;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A pooler between Retort and the server: one that shares sessions is refused, also with other busy clients. */
class PoolerTests extends RunTestCase {

    private static final String SETTINGS = "SELECT current_setting('application_name') || ' ' ||"
            + " coalesce(current_setting('client_connection_check_interval', true), '0') || ' ' ||"
            + " current_setting('lock_timeout') || ' ' || current_setting('IntervalStyle') || ' ' ||"
            + " current_setting('idle_in_transaction_session_timeout') || ' ' || current_setting('tcp_user_timeout')";

    @ParameterizedTest
    @CsvSource({
        "TRANSACTION, LAST_USED_FIRST, 0, 3, 0",
        "TRANSACTION, LAST_USED_FIRST, 5, 3, 0",
        "TRANSACTION, LAST_USED_FIRST, 5, 3, 8",
        "TRANSACTION, LAST_USED_FIRST, 0, 6, 3",
        "TRANSACTION, IN_TURN, 0, 2, 0",
        "TRANSACTION, IN_TURN, 5, 5, 8",
        "TRANSACTION, IN_TURN, 0, 7, 2",
        "TRANSACTION, LAST_USED_FIRST, 5, 1, 0",
        "TRANSACTION, LAST_USED_FIRST, 0, 1, 4",
        "STATEMENT, LAST_USED_FIRST, 5, 3, 0",
        "STATEMENT, IN_TURN, 0, 3, 8",
    })
    void refusesAPoolerThatSharesSessions(Mode mode, Order order, int prepareThreshold, int size, int clients)
            throws Exception {
        project.chain("a", "b");
        try (TestPooler pooler = TestPooler.start(database, mode, order, size)) {
            for (int i = 0; i < 5; i++) {
                try (BusyClients busy = BusyClients.start(pooler.dataSource(0), clients)) {
                    assertThatThrownBy(project.on(pooler.dataSource(prepareThreshold))::start)
                            .isInstanceOf(UnsupportedDatabaseException.class)
                            .hasMessageContaining(
                                    "through a pooler in " + mode.name().toLowerCase(Locale.ROOT) + " mode");
                    assertThat(busy.areWorking()).isTrue();
                }
                leavesNothing(pooler);
                pooler.become(mode);
            }
        }
    }

    private void leavesNothing(TestPooler pooler) throws SQLException {
        assertThat(database.query("SELECT to_regclass('alembic_version'), to_regclass('retort_history'),"
                        + " (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = 1919251567)"))
                .containsExactly("null|null|0");
        assertThat(pooler.inEachSession(SETTINGS)).isNotEmpty().allMatch(this::isUntouched);
    }

    /** As sessions begin, but for the name that the driver gives to each of its connections. */
    private boolean isUntouched(String settings) {
        return settings.replace("PostgreSQL JDBC Driver", "").equals(" 0 0 postgres 0 0");
    }

    static Stream<Arguments> pools() {
        return Samples.every(
                4, 2, Stream.of(arguments(0, 6, 4), arguments(5, 6, 4), arguments(5, 2, 0), arguments(5, 1, 0)));
    }

    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("pools")
    void runsThroughAPoolOfSessionsAndLeavesNothingInThem(int prepareThreshold, int size, int clients)
            throws Exception {
        project.chain("a", "b")
                .script(
                        "c",
                        "-- revision: c\n-- down_revision: b\n\n-- migrate: upgrade\nSET search_path = 'elsewhere';\n"
                                + "-- migrate: autocommit\nCREATE INDEX CONCURRENTLY ix ON t_b (id);\n\n"
                                + "-- migrate: downgrade\n-- migrate: nothing\n");
        try (TestPooler pooler = TestPooler.start(database, Mode.SESSION, Order.LAST_USED_FIRST, size)) {
            try (BusyClients busy = BusyClients.start(pooler.dataSource(0), clients)) {
                Project through = project.on(pooler.dataSource(prepareThreshold));
                assertThat(through.start().after()).containsExactly("c");
                assertThat(through.start().steps()).isEmpty();
                assertThat(busy.areWorking()).isTrue();
            }

            assertThat(pooler.inEachSession(SETTINGS)).hasSize(size).allMatch(this::isUntouched);
            assertThat(pooler.inEachSession("SELECT current_setting('search_path')"))
                    .containsOnly("\"$user\", public");
        }
        assertThat(history()).hasSize(3).allMatch(row -> row.endsWith("succeeded"));
    }

    @Test
    void writesNothingOnASessionThatIsNotTheOneWithTheLock() throws Exception {
        project.chain("a", "b", "c");
        try (TestPooler pooler = TestPooler.start(database, Mode.SESSION, Order.IN_TURN, 3)) {
            project.with(new MigrationListener() {
                @Override
                public void beforeStep(StepEvent step) {
                    // The session stays with its client until the transaction ends.
                    if (step.revision().equals("b")) {
                        pooler.become(Mode.TRANSACTION);
                    }
                }
            });

            assertThatThrownBy(() -> project.retortOn(pooler.dataSource(5)).upgrade(RunRequest.atStartup("head")))
                    .isInstanceOf(SessionChangedException.class)
                    .hasMessageContaining("retort.url");

            assertThat(database.query("SELECT version_num FROM alembic_version"))
                    .containsExactly("b");
            assertThat(history()).containsExactly("upgrade|a|succeeded", "upgrade|b|succeeded");
            assertThat(database.query("SELECT to_regclass('t_c')")).containsExactly("null");
            assertThat(database.query("SELECT count(*) FROM pg_locks WHERE classid = 1919251567"))
                    .containsExactly("0");
            assertThat(pooler.inEachSession(SETTINGS)).hasSize(3).allMatch(this::isUntouched);
        }
    }
}
