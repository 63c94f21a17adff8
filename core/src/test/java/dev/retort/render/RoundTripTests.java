/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.Scope;
import dev.retort.jdbc.ConnectionSource;
import dev.retort.jdbc.MigrationConnection;
import dev.retort.operation.Operation;
import dev.retort.operation.ViewOperation.RefreshMaterializedView;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.ServerVersion;
import dev.retort.schema.Table;
import dev.retort.sql.Identifiers;
import dev.retort.test.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation's SQL is run on a real server, changes something, and its reversal gives back what was there. */
class RoundTripTests {

    /**
     * What is in a database.
     *
     * @param schema everything that the catalog reader sees
     * @param rows the rows of all tables, as texts
     */
    private record State(DatabaseSchema schema, List<String> rows) {}

    static List<OperationCase> cases() {
        return OperationCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theReversalGivesBackWhatWasThere(OperationCase testCase) throws SQLException {
        assertThat(testCase.operation().reverse().reverse()).isEqualTo(testCase.operation());
        try (TestDatabase database = TestDatabase.create()) {
            ServerVersion version = version(database);
            SqlRenderer renderer = SqlRenderer.of(version);
            if (!version.atLeast(testCase.since())) {
                assertThatThrownBy(() -> renderer.render(testCase.operation()))
                        .isInstanceOf(UnsupportedOperationSqlException.class)
                        .hasMessageContaining("It came with PostgreSQL " + testCase.since());
                return;
            }
            database.execute(testCase.setup().isEmpty() ? "SELECT" : testCase.setup());
            State before = state(database);
            run(database, renderer, testCase.operation());
            boolean changes = !(testCase.operation() instanceof RefreshMaterializedView)
                    && !testCase.name().contains("tablespace");
            if (changes) {
                assertThat(state(database)).as("after the operation").isNotEqualTo(before);
            }
            if (!testCase.exact()) {
                return;
            }
            run(database, renderer, testCase.operation().reverse());
            assertThat(state(database)).as("after the reversal").isEqualTo(before);
        }
    }

    private static void run(TestDatabase database, SqlRenderer renderer, Operation operation) {
        database.execute(renderer.render(operation).toArray(String[]::new));
    }

    private static ServerVersion version(TestDatabase database) {
        return new ServerVersion(
                Integer.parseInt(database.query("SHOW server_version_num").get(0)) / 10000);
    }

    private static State state(TestDatabase database) throws SQLException {
        try (MigrationConnection connection = new ConnectionSource(database.dataSource(), 0, duration -> {}).open()) {
            DatabaseSchema schema = new CatalogReader().read(connection, Scope.ofDatabase());
            List<String> rows = new ArrayList<>();
            for (Table table : schema.tables()) {
                String name =
                        Identifiers.quote(table.name().schema(), table.name().name());
                rows.addAll(database.query("SELECT t::text FROM " + name + " t ORDER BY 1"));
            }
            return new State(schema, rows);
        }
    }
}
