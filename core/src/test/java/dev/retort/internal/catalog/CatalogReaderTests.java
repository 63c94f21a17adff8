/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.internal.catalog.query.NoSchemaException;
import dev.retort.internal.catalog.query.Scope;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.Table;
import dev.retort.settings.TableNames;
import dev.retort.test.Samples;
import dev.retort.test.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

@Tag(Samples.TAG)
class CatalogReaderTests {

    private static final List<String> SETTINGS = List.of(
            "search_path = app",
            "\"TimeZone\" = 'Asia/Kolkata'",
            "\"DateStyle\" = 'ISO, DMY'",
            "\"IntervalStyle\" = 'iso_8601'",
            "extra_float_digits = -3",
            "bytea_output = escape",
            "quote_all_identifiers = on",
            "standard_conforming_strings = off");

    private final TestDatabase database = TestDatabase.create();

    static Stream<Path> cases() {
        return Samples.every(5, 0, CatalogCases.all().stream());
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Tag("slow")
    @Test
    void asksAsOftenForManyTablesAsForNone() throws SQLException {
        int forNone = statementsOfOneReading();
        database.execute("CREATE TABLE parent (id integer PRIMARY KEY)");
        for (int i = 0; i < 40; i++) {
            database.execute(
                    "CREATE TABLE t" + i + " (id serial PRIMARY KEY, p integer REFERENCES parent, s text UNIQUE,"
                            + " g integer GENERATED ALWAYS AS IDENTITY, CHECK (s <> 'x'))");
            database.execute("CREATE VIEW v" + i + " AS SELECT * FROM t" + i, "CREATE INDEX ON t" + i + " (lower(s))");
        }
        assertThat(statementsOfOneReading()).isEqualTo(forNone).isBetween(10, 30);
    }

    private int statementsOfOneReading() throws SQLException {
        AtomicInteger statements = new AtomicInteger();
        DataSource plain = database.dataSource();
        DataSource counting = proxy(
                DataSource.class,
                plain,
                (method, result) -> result instanceof Connection connection
                        ? proxy(Connection.class, connection, (called, made) -> {
                            if (called.equals("prepareStatement") || called.equals("createStatement")) {
                                statements.incrementAndGet();
                            }
                            return made;
                        })
                        : result);
        try (MigrationConnection connection = CatalogCases.open(counting)) {
            statements.set(0);
            new CatalogReader().read(connection, Scope.ofSession());
            return statements.get();
        }
    }

    private interface Watch {
        Object see(String method, Object result);
    }

    private static <T> T proxy(Class<T> type, T target, Watch watch) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return watch.see(method.getName(), method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsTheSameWhateverTheSettingsOfTheSession(Path file) throws SQLException {
        try (TestDatabase other = CatalogCases.create(file)) {
            DatabaseSchema usual = CatalogCases.read(other, Scope.ofDatabase());
            assertThat(CatalogCases.read(withSettings(other), Scope.ofDatabase()))
                    .isEqualTo(usual);
        }
    }

    @Test
    void leavesTheSessionAsItWas() throws SQLException {
        database.execute("CREATE SCHEMA app");
        try (MigrationConnection connection = CatalogCases.open(withSettings(database))) {
            List<String> before = settings(connection);
            new CatalogReader().read(connection, Scope.ofSession());
            assertThat(settings(connection)).isEqualTo(before).contains("app", "Asia/Kolkata");
            connection.execute("CREATE TABLE written (id integer)");
        }
        assertThat(database.query("SELECT 'app.written'::regclass")).hasSize(1);
    }

    private static List<String> settings(MigrationConnection connection) throws SQLException {
        return connection.query(
                "SELECT setting FROM pg_settings WHERE name NOT IN ('transaction_isolation', 'transaction_read_only')"
                        + " ORDER BY name",
                row -> row.getString(1));
    }

    private static DataSource withSettings(TestDatabase database) {
        PGSimpleDataSource plain = (PGSimpleDataSource) database.dataSource();
        return proxy(DataSource.class, plain, (method, result) -> {
            if (result instanceof Connection connection) {
                set(connection);
            }
            return result;
        });
    }

    private static void set(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute("SET " + setting);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void readsTheSchemasOfTheSearchPath() throws SQLException {
        database.execute(
                "CREATE SCHEMA app",
                "CREATE SCHEMA aside",
                "CREATE TABLE app.a (id integer)",
                "CREATE TABLE aside.b (id integer)",
                "CREATE TABLE public.c (id integer)",
                "ALTER DATABASE " + database.name() + " SET search_path = missing, app, public, pg_catalog");
        assertThat(tables(Scope.ofSession())).containsExactly("app.a", "public.c");
        assertThat(tables(Scope.of(List.of("aside", "missing")))).containsExactly("aside.b");
        assertThat(tables(Scope.ofDatabase())).containsExactly("app.a", "aside.b", "public.c");
    }

    private List<String> tables(Scope scope) throws SQLException {
        return CatalogCases.read(database, scope).tables().stream()
                .map(Table::name)
                .map(Object::toString)
                .toList();
    }

    @Test
    void refusesWhenNoSchemaOfTheSearchPathExists() {
        database.execute("ALTER DATABASE " + database.name() + " SET search_path = missing");
        assertThatExceptionOfType(NoSchemaException.class)
                .isThrownBy(() -> CatalogCases.read(database, Scope.ofSession()))
                .withMessageContaining("The search path is missing");
    }

    @Test
    void leavesOutTheTablesThatRetortKeeps() throws SQLException {
        TableNames names = TableNames.defaults();
        Stream.of(names.version(), names.history(), names.script(), names.progress())
                .forEach(name -> database.execute("CREATE TABLE " + name + " (id integer)"));
        assertThat(tables(Scope.ofSession())).isEmpty();
    }

    @Test
    void readsTheVersionsOfExtensions() throws SQLException {
        database.execute("CREATE SCHEMA apart", "CREATE EXTENSION pg_trgm SCHEMA apart", "CREATE EXTENSION hstore");
        List<String> expected = database.query("SELECT extname, nspname, extversion FROM pg_extension e"
                + " JOIN pg_namespace n ON n.oid = e.extnamespace WHERE extname <> 'plpgsql' ORDER BY extname");
        assertThat(CatalogCases.read(database, Scope.ofSession()).extensions())
                .extracting(extension -> extension.name() + "|" + extension.schema() + "|" + extension.version())
                .isEqualTo(expected);
    }

    @Test
    void saysWhichIndexAFailedBuildLeft() throws SQLException {
        database.execute("CREATE TABLE t (a integer)", "CREATE INDEX whole ON t (a)", "INSERT INTO t VALUES (1), (1)");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> database.execute("CREATE UNIQUE INDEX CONCURRENTLY broken ON t (a)"));
        assertThat(CatalogCases.read(database, Scope.ofSession())
                        .tables()
                        .get(0)
                        .indexes())
                .extracting(index -> index.name() + " " + index.valid())
                .containsExactly("broken false", "whole true");
    }

    @Test
    void readsTheConstraintOfAPartitionWhoseIndexGoesWithAPlainOneOfTheParent() throws SQLException {
        database.execute(
                "CREATE TABLE whole (a integer, at date) PARTITION BY RANGE (at)",
                "CREATE TABLE part PARTITION OF whole DEFAULT",
                "ALTER TABLE part ADD UNIQUE (a, at)",
                "CREATE UNIQUE INDEX whole_ix ON whole (a, at)");
        assertThat(CatalogCases.read(database, Scope.ofSession()).tables())
                .extracting(table ->
                        table.constraints().size() + " " + table.indexes().size())
                .containsExactly("1 0", "0 1");
    }

    @Test
    void excludesWhatTheSettingsExclude() throws SQLException {
        database.execute(
                "CREATE SCHEMA app",
                "CREATE TABLE mine (id serial)",
                "CREATE TABLE app.mine (id serial)",
                "CREATE TABLE versions (id integer)");
        Scope scope = Scope.ofDatabase().without("app", "mine").without(null, "versions");
        DatabaseSchema schema = CatalogCases.read(database, scope);
        assertThat(schema.tables()).extracting(Table::name).hasToString("[public.mine]");
        assertThat(schema.sequences()).hasSize(1);
    }

    @Test
    void readsTheSameWhateverTheOrderInWhichThingsWereMade() throws SQLException {
        List<String> parts = List.of(
                "ALTER TABLE t ADD CONSTRAINT b CHECK (id > 0)",
                "CREATE INDEX z ON t (id)",
                "CREATE VIEW v AS SELECT id FROM t",
                "ALTER TABLE t ADD CONSTRAINT a CHECK (id > 1)",
                "CREATE INDEX y ON t (id)",
                "CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1'");
        try (TestDatabase other = TestDatabase.create()) {
            database.execute("CREATE TABLE t (id integer)");
            other.execute("CREATE TABLE t (id integer)");
            for (int i = 0; i < parts.size(); i++) {
                database.execute(parts.get(i));
                other.execute(parts.get(parts.size() - 1 - i));
            }
            assertThat(CatalogCases.read(database, Scope.ofSession()))
                    .isEqualTo(CatalogCases.read(other, Scope.ofSession()));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void needsNoPrivilegeOnWhatItReads(Path file) throws SQLException {
        try (TestDatabase other = CatalogCases.create(file)) {
            DatabaseSchema asOwner = CatalogCases.read(other, Scope.ofDatabase());
            other.execute("ALTER DATABASE " + other.name() + " SET role = pg_read_server_files");
            assertThat(CatalogCases.read(other, Scope.ofDatabase())).isEqualTo(asOwner);
        }
    }
}
