/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Series of tools that number their migrations: imported, proven, and run up and down. */
class ImportNumberedTests {

    private static final String INDEX = "CREATE INDEX CONCURRENTLY ix_a ON a (id);\n";

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void makeProject() throws IOException {
        Files.createFile(folder.resolve("pom.xml"));
    }

    private void file(String name, String text) {
        new Shell(folder).file(name, text);
    }

    /** Imports with proof, upgrades and downgrades; returns the scripts. */
    private List<String> upAndDown(String tool) throws IOException {
        try (TestDatabase database = TestDatabase.create()) {
            Shell shell = new Shell(folder).on(database);
            Shell.Result result = shell.run("import", tool, "--prove");
            assertThat(result.err()).isEmpty();
            assertThat(result.out())
                    .contains("are equal.")
                    .contains("stamp <revision>               records the revision of a database that " + tool);
            assertThat(shell.run("upgrade", "head").err()).isEmpty();
            assertThat(database.query("SELECT to_regclass('a'), to_regclass('b'), to_regclass('ix_a')"))
                    .containsExactly("a|b|ix_a");
            assertThat(shell.run("downgrade", "base").err()).isEmpty();
            assertThat(database.query("SELECT to_regclass('a'), to_regclass('b')"))
                    .containsExactly("null|null");
        }
        return scripts();
    }

    private List<String> scripts() throws IOException {
        Path scripts = folder.resolve("src/main/resources/db/migrations");
        try (Stream<Path> files = Files.list(scripts)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Tag("nightly")
    @Test
    void importsGolangMigrate() throws IOException {
        file("migrations/2_b.up.sql", "BEGIN;\nCREATE TABLE b (id int);\nCOMMIT;\n");
        file("migrations/2_b.down.sql", "DROP TABLE b;\n");
        file("migrations/1_a.up.sql", "CREATE TABLE a (id int)");
        file("migrations/1_a.down.sql", "DROP TABLE a");
        file("migrations/10_index.up.sql", INDEX);
        file("migrations/10_index.down.sql", "DROP INDEX CONCURRENTLY ix_a;");

        assertThat(upAndDown("golang-migrate")).containsExactly("10_index.sql", "1_a.sql", "2_b.sql");
        assertThat(Files.readString(folder.resolve("import-report.md")))
                .contains("Where dirty is true, that migration failed halfway: repair the schema");
    }

    @Test
    void importsDbmate() throws IOException {
        file(
                "db/migrations/20260101000000_a.sql",
                "-- migrate:up\nCREATE TABLE a (id int);\n\n-- migrate:down\nDROP TABLE a;\n");
        file(
                "db/migrations/20260102000000_b.sql",
                "-- migrate:up\nCREATE TABLE b (id int);\n\n-- migrate:down\nDROP TABLE b;\n");
        file(
                "db/migrations/20260103000000_ix.sql",
                "-- migrate:up transaction:false\n" + INDEX + "\n-- migrate:down\nDROP INDEX ix_a;\n");

        upAndDown("dbmate");
        assertThat(Files.readString(folder.resolve("src/main/resources/db/migrations/20260103000000_ix.sql")))
                .contains("-- imported_from: dbmate \"20260103000000\"\n\n-- migrate: upgrade\n-- migrate:"
                        + " autocommit\nCREATE INDEX");
    }

    @Tag("nightly")
    @Test
    void importsGoose() throws IOException {
        file(
                "migrations/00001_a.sql",
                "-- +goose Up\nCREATE TABLE a (id int);\n-- +goose StatementBegin\nCREATE FUNCTION f() RETURNS int"
                        + " LANGUAGE sql AS $$ SELECT 1; $$;\n-- +goose StatementEnd\n\n-- +goose Down\nDROP"
                        + " FUNCTION f();\nDROP TABLE a;\n");
        file("migrations/00002_b.sql", "-- +goose Up\nCREATE TABLE b (id int);\n-- +goose Down\nDROP TABLE b;\n");
        file(
                "migrations/00003_ix.sql",
                "-- +goose NO TRANSACTION\n-- +goose Up\n" + INDEX + "-- +goose Down\nDROP INDEX CONCURRENTLY ix_a;\n");

        upAndDown("goose");
    }

    @Tag("nightly")
    @Test
    void importsDiesel() throws IOException {
        file("migrations/2026-01-01-000000_a/up.sql", "CREATE TABLE a (id int);\nCREATE TABLE b (id int);");
        file("migrations/2026-01-01-000000_a/down.sql", "DROP TABLE b;\nDROP TABLE a;");
        file("migrations/2026-01-02-000000_ix/up.sql", INDEX);
        file("migrations/2026-01-02-000000_ix/down.sql", "DROP INDEX ix_a;");
        file("migrations/2026-01-02-000000_ix/metadata.toml", "run_in_transaction = false\n");

        assertThat(upAndDown("diesel")).containsExactly("20260101000000_a.sql", "20260102000000_ix.sql");
    }

    @Tag("nightly")
    @Test
    void importsSqlx() throws IOException {
        file("migrations/1_a.up.sql", "CREATE TABLE a (id int);\n");
        file("migrations/1_a.down.sql", "DROP TABLE a;\n");
        file("migrations/2_b.up.sql", "CREATE TABLE b (id int);\n");
        file("migrations/2_b.down.sql", "DROP TABLE b;\n");
        file("migrations/3_ix.up.sql", "-- no-transaction\n" + INDEX);
        file("migrations/3_ix.down.sql", "DROP INDEX ix_a;\n");

        upAndDown("sqlx");
        assertThat(Files.readString(folder.resolve("src/main/resources/db/migrations/1_a.sql")))
                .containsPattern("-- imported_from: sqlx \"1\" [0-9a-f]{96}\n");
    }

    @Test
    void provesNothingThatChangesTheServer() throws IOException {
        file(
                "migrations/1_a.up.sql",
                "CREATE TABLE a (id int);\nCREATE ROLE app;\nALTER SYSTEM SET work_mem = '8MB';\n");
        file("migrations/2_b.up.sql", "CREATE DATABASE reports;\n");

        assertThat(new Shell(folder).run("import", "golang-migrate", "--prove").err())
                .contains("The import was not proven; nothing was run and nothing was written.")
                .contains("these statements change what all of its databases share:")
                .contains("migrations/1_a.up.sql: CREATE ROLE")
                .contains("migrations/1_a.up.sql: ALTER SYSTEM")
                .contains("migrations/2_b.up.sql: CREATE DATABASE")
                .contains("Import without --prove.");
        assertThat(folder.resolve("src")).doesNotExist();
        assertThat(new Shell(folder).run("import", "golang-migrate").out()).contains("2 new files");
    }

    @Test
    void reportsWhatStopsAnImport() throws IOException {
        file("migrations/1_a.go", "package migrations");
        file("migrations/2_b.sql", "-- +goose Up\n-- +goose ENVSUB ON\nCREATE TABLE ${B} (id int);\n");

        assertThat(new Shell(folder).run("import", "goose").err())
                .contains("migrations/1_a.go: it is written in Go.")
                .contains("migrations/2_b.sql: it takes values from the environment (ENVSUB).");
        assertThat(new Shell(folder).run("import", "prisma").err()).contains("Retort does not import from prisma.");
    }

    @Tag("slow")
    @Test
    void readsOddFilesAsTheirToolsDo() throws IOException {
        file(
                "dbmate/20260101000000.sql",
                "-- a comment\n--   migrate:up\nCREATE TABLE a (id int);\n--migrate:down\nDROP TABLE a;\n");
        file(
                "dbmate/20260102000000-b.sql",
                "-- migrate:up\nCREATE TABLE b (id int);\n-- migrate:down\nDROP TABLE b;\n");
        assertThat(new Shell(folder)
                        .run("import", "dbmate", "--prove", "--dry-run", "--from", "dbmate")
                        .out())
                .contains("Would import 2 migrations of dbmate")
                .contains("are equal.");

        file(
                "goose/1_a.sql",
                "-- +goose up\n-- +goose statementbegin\nCREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$\n"
                        + "-- the end\n-- +goose statementend\nCREATE TABLE a (id int);\n-- +goose ENVSUB OFF\n");
        file("goose/1_a_test.go", "package migrations");
        assertThat(new Shell(folder)
                        .run("import", "goose", "--prove", "--dry-run", "--from", "goose")
                        .out())
                .contains("Would import 1 migrations of goose")
                .contains("are equal.");

        file("diesel/2026-01-01-000000_a/up.sql", "CREATE TABLE a (id int);");
        file("diesel/2026-01-01-000000_a/metadata.toml", "# run_in_transaction = false\n");
        file("diesel/2026-01-02-000000_b/down.sql", "DROP TABLE b;");
        assertThat(new Shell(folder).run("import", "diesel", "--from", "diesel").out())
                .contains("By hand: diesel/2026-01-02-000000_b: it has no up.sql");
        assertThat(Files.readString(folder.resolve("src/main/resources/db/migrations/20260101000000_a.sql")))
                .doesNotContain("autocommit");

        file("sqlx/1_a.up.sql", "CREATE TABLE a (id int);\n");
        file("sqlx/1_a.down.sql", "-- no-transaction\nDROP TABLE a;\n");
        file("sqlx/2_b.down.sql", "DROP TABLE b;\n");
        file("sqlx/seed.sql", "INSERT INTO a VALUES (1);\n");
        assertThat(new Shell(folder).run("import", "sqlx", "--from", "sqlx").out())
                .contains("By hand: sqlx/2_b.down.sql: it is no migration of sqlx by its name, and belongs to none")
                .contains("By hand: sqlx/seed.sql: it is no migration");
        assertThat(Files.readString(folder.resolve("src/main/resources/db/migrations/1_a.sql")))
                .contains("-- migrate: downgrade\n-- migrate: autocommit\n");
    }

    @Test
    void refusesStatementsBeforeTheFirstSection() {
        file("db/migrations/1_a.sql", "CREATE TABLE lost (id int);\n-- migrate:up\nCREATE TABLE a (id int);\n");

        assertThat(new Shell(folder).run("import", "dbmate").err())
                .contains("db/migrations/1_a.sql: it has statements before its first section, which dbmate refuses.");
    }
}
