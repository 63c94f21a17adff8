/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.catalog.CatalogReader;
import dev.retort.internal.catalog.query.Scope;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.lint.Finding;
import dev.retort.lint.LintReport;
import dev.retort.lint.LintRequest;
import dev.retort.lint.RelationSize;
import dev.retort.lint.Rule;
import dev.retort.lint.Sizes;
import dev.retort.schema.DatabaseSchema;
import dev.retort.settings.NonEmptySchemaPolicy;
import dev.retort.test.Project;
import dev.retort.test.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lint creates only the tables that revisions can touch, and finds the same. */
class StartingTablesTests {

    private static final String SCHEMA = """
        CREATE TABLE country (id int PRIMARY KEY);
        CREATE TABLE customer (id int PRIMARY KEY, country_id int REFERENCES country, name text);
        CREATE TABLE orders (id int PRIMARY KEY, customer_id int REFERENCES customer);
        CREATE TABLE line (id int PRIMARY KEY, order_id int REFERENCES orders);
        CREATE TABLE apart (id int PRIMARY KEY);
        CREATE INDEX ix_apart ON apart (id);
        CREATE TABLE seen (id int);
        CREATE VIEW watched AS SELECT id FROM seen;
        CREATE TABLE event (id int, at date) PARTITION BY RANGE (at);
        CREATE TABLE event_2025 PARTITION OF event FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
        CREATE FUNCTION tidy() RETURNS void LANGUAGE plpgsql AS 'BEGIN DELETE FROM counted; END';
        CREATE TABLE counted (id serial PRIMARY KEY);
        CREATE TABLE lonely (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, of_apart int REFERENCES apart)
        """;

    private final TestDatabase database = TestDatabase.create();

    private final Project project;

    StartingTablesTests(@TempDir Path folder) {
        project = new Project(folder, database.dataSource());
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void createsWhatANamedTableIsTiedTo() {
        assertThat(tablesFor("ALTER TABLE customer ADD COLUMN email text;"))
                .contains("public.customer", "public.country", "public.orders")
                .doesNotContain("public.line", "public.apart", "public.lonely");
    }

    @Test
    void endsAtTheTablesThatANamedOneIsTiedTo() {
        assertThat(tablesFor("ALTER TABLE line ADD COLUMN pieces int;"))
                .contains("public.line", "public.orders")
                .doesNotContain("public.customer", "public.country");
    }

    @Test
    void followsForeignKeysAsTruncateDoes() {
        assertThat(tablesFor("TRUNCATE customer CASCADE;"))
                .contains("public.customer", "public.orders", "public.line")
                .doesNotContain("public.apart");
    }

    @Test
    void createsTheTableOfANamedIndexAndWhatViewsPartitionsAndRoutinesNeed() {
        assertThat(tablesFor("DROP INDEX ix_apart;"))
                .contains("public.apart", "public.lonely", "public.seen", "public.event", "public.counted")
                .doesNotContain("public.customer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DO $$ BEGIN EXECUTE 'ALTER TABLE cust' || 'omer ADD COLUMN email text'; END $$;",
                "GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC;",
                "DO $$ DECLARE t record; BEGIN FOR t IN SELECT * FROM pg_catalog.pg_class LOOP END LOOP; END $$;",
                "ALTER SCHEMA public RENAME TO other;",
                "COMMENT ON TABLE U&\"custo\\006der\" IS 'x';",
                "-- migrate: autocommit\nVACUUM;",
                "-- migrate: autocommit\nREINDEX SYSTEM postgres;"
            })
    void createsEverythingWhenTheTextDoesNotNameTheTables(String upgrade) {
        assertThat(tablesFor(upgrade)).contains("public.customer", "public.line", "public.apart", "public.lonely");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER DOMAIN pieces ADD CHECK (VALUE > 0);",
                "DROP DOMAIN pieces CASCADE;",
                "ALTER TYPE mood RENAME VALUE 'bad' TO 'poor';",
                "DROP FUNCTION counted_id() CASCADE;"
            })
    void createsTheTablesThatUseANamedObject(String upgrade) {
        database.execute(
                "CREATE DOMAIN pieces AS int",
                "CREATE TYPE mood AS ENUM ('good', 'bad')",
                "CREATE FUNCTION counted_id() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE TABLE using_all (p pieces, m mood, n int DEFAULT counted_id())");

        assertThat(tablesFor(upgrade)).contains("public.using_all").doesNotContain("public.lonely", "public.line");
    }

    @Test
    void createsEverythingWhenANamedRoutineCallsOneThatBuildsStatements() {
        database.execute(
                "CREATE FUNCTION inner_one() RETURNS void LANGUAGE plpgsql AS"
                        + " 'BEGIN EXECUTE format(''ALTER TABLE %s ADD x int'', ''li'' || ''ne''); END'",
                "CREATE FUNCTION outer_one() RETURNS void LANGUAGE plpgsql AS 'BEGIN PERFORM inner_one(); END'");

        assertThat(tablesFor("SELECT outer_one();")).contains("public.line", "public.lonely");
    }

    @Test
    void runsOnTheWholeSchemaWhenAStatementFailsOnThePart() {
        String upgrade = "SELECT nextval('lonely_' || 'id_seq');\nALTER TABLE orders ALTER COLUMN id TYPE bigint;";
        assertThat(tablesFor(upgrade)).doesNotContain("public.lonely");

        LintReport report = project.with(settings -> settings.onNonEmptySchema(NonEmptySchemaPolicy.RUN))
                .retort()
                .authoring()
                .lint(
                        LintRequest.pending(LocalDate.of(2026, 1, 1)),
                        new ServerAddress(database.url(), database.user(), null),
                        List.of());

        assertThat(report.findings())
                .extracting(Finding::rule)
                .contains(Rule.TYPE_CHANGE_REWRITE)
                .doesNotContain(Rule.NOT_MEASURED);
    }

    @Test
    void readsTheSizesOfWhatItCreatesAsAmongAll() throws SQLException {
        database.execute(SCHEMA);
        database.execute(
                "INSERT INTO event SELECT g, '2025-02-01' FROM generate_series(1, 1000) AS g",
                "CREATE MATERIALIZED VIEW \"odd, \"\"name\"\"\" AS SELECT * FROM event",
                "INSERT INTO apart SELECT generate_series(1, 1000)",
                "ANALYZE");
        try (MigrationConnection connection =
                ConnectionSource.withoutRetries(database.dataSource()).open()) {
            SizeReader reader = new SizeReader(connection);
            Sizes all = reader.read();
            Sizes some = reader.read(List.of("public.event", "public.event_2025", "public.odd, \"name\""));

            assertThat(some.tables())
                    .containsOnlyKeys("public.event", "public.event_2025", "public.odd, \"name\"")
                    .allSatisfy((name, size) ->
                            assertThat(size).isEqualTo(all.tables().get(name)));
            assertThat(some.tables().get("public.event"))
                    .extracting(RelationSize::rows)
                    .isEqualTo(1000L);
            assertThat(all.tables()).containsKey("public.apart");
        }
    }

    private List<String> tablesFor(String upgrade) {
        database.execute(SCHEMA);
        project.revision("a1", null, upgrade, "-- migrate: nothing");
        try (MigrationConnection connection =
                ConnectionSource.withoutRetries(database.dataSource()).open()) {
            DatabaseSchema whole = new CatalogReader().read(connection, Scope.ofDatabase());
            return StartingTables.of(whole, project.retort().scripts()).tables().stream()
                    .map(table -> table.name().toString())
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
