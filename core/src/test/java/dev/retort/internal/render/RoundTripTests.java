/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.internal.catalog.CatalogReader;
import dev.retort.internal.catalog.query.Scope;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.render.text.UnsupportedOperationSqlException;
import dev.retort.internal.sql.Identifiers;
import dev.retort.operation.Operation;
import dev.retort.operation.ViewOperation.RefreshMaterializedView;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.Table;
import dev.retort.schema.name.ServerVersion;
import dev.retort.test.Dump;
import dev.retort.test.Samples;
import dev.retort.test.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation's SQL is run on a real server, changes something, and its reversal restores the previous state.
 *
 * <p>What was there is what the catalog reader sees, the rows, and what {@code pg_dump} prints where there is one that is not
 * older than the server.
 *
 * <p>All in one database that is emptied in between: the first reading of a catalog in a session takes as long as fifty later
 * ones.
 */
@Tag(Samples.TAG)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripTests {

    private static final String EMPTY = """
            DO $$
            DECLARE found record;
            BEGIN
                FOR found IN SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' LOOP
                    EXECUTE format('DROP EXTENSION %I CASCADE', found.extname);
                END LOOP;
                FOR found IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$)' LOOP
                    EXECUTE format('DROP SCHEMA %I CASCADE', found.nspname);
                END LOOP;
                CREATE SCHEMA public;
            END $$""";

    private final TestDatabase database = TestDatabase.create();
    private final MigrationConnection connection =
            new ConnectionSource(database.dataSource(), 0, duration -> {}).open();

    private final Dump dump =
            Dump.find(Integer.parseInt(database.query("SHOW server_version_num").get(0)) / 10_000);

    @AfterEach
    void empty() {
        database.execute(EMPTY);
    }

    @AfterAll
    void drop() {
        connection.close();
        database.close();
    }

    /**
     * What is in a database.
     *
     * @param schema everything that the catalog reader sees
     * @param rows the rows of all tables, as texts
     * @param dump what {@code pg_dump} prints; empty where there is none for this server
     */
    private record State(DatabaseSchema schema, List<String> rows, String dump) {}

    /** Says in the report what the states were compared with, because the embedded servers come without {@code pg_dump}. */
    @Test
    void comparesWhatCanBeReadOfThisServer(TestReporter report) throws SQLException {
        report.publishEntry("round trips are compared by", dump.toString());
        assertThat(dump.toString()).startsWith("the catalog reader");
        assertThat(state().dump().isEmpty())
                .as("compared by %s", dump)
                .isEqualTo(dump.toString().contains("alone"));
    }

    static Stream<OperationCase> cases() {
        return Samples.every(9, 0, OperationCases.all().stream());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theReversalRestoresThePreviousState(OperationCase testCase) throws SQLException {
        assertThat(testCase.operation().reverse().reverse()).isEqualTo(testCase.operation());
        ServerVersion version = new ServerVersion(connection.majorVersion());
        SqlRenderer renderer = SqlRenderer.of(version);
        if (!version.atLeast(testCase.since())) {
            assertThatThrownBy(() -> renderer.render(testCase.operation()))
                    .isInstanceOf(UnsupportedOperationSqlException.class)
                    .hasMessageContaining("It is available since PostgreSQL " + testCase.since());
            return;
        }
        database.execute(testCase.setup().isEmpty() ? "SELECT" : testCase.setup());
        State before = state();
        run(renderer, testCase.operation());
        boolean changes = !(testCase.operation() instanceof RefreshMaterializedView)
                && !testCase.name().contains("tablespace");
        if (changes) {
            assertThat(state()).as("after the operation, by %s", dump).isNotEqualTo(before);
        }
        if (!testCase.exact()) {
            return;
        }
        run(renderer, testCase.operation().reverse());
        assertThat(state()).as("after the reversal, by %s", dump).isEqualTo(before);
    }

    private void run(SqlRenderer renderer, Operation operation) {
        database.execute(renderer.render(operation).toArray(String[]::new));
    }

    private State state() throws SQLException {
        DatabaseSchema schema = new CatalogReader().read(connection, Scope.ofDatabase());
        List<String> rows = new ArrayList<>();
        for (Table table : schema.tables()) {
            String name = Identifiers.quote(table.name().schema(), table.name().name());
            rows.addAll(connection.query("SELECT t::text FROM " + name + " t ORDER BY 1", row -> row.getString(1)));
        }
        return new State(schema, rows, dump.withRows(database));
    }
}
