/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first revision of an existing database. */
class BaselineCommandTests {

    private static final String[] LIVE = {
        "CREATE SCHEMA billing",
        "CREATE TYPE state AS ENUM ('OPEN', 'DONE')",
        "CREATE TABLE depot (id bigserial PRIMARY KEY, name varchar(80) NOT NULL UNIQUE)",
        "CREATE TABLE billing.crate (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, depot_id bigint REFERENCES"
                + " depot (id) ON DELETE CASCADE, state state DEFAULT 'OPEN')",
        "CREATE VIEW load AS SELECT depot_id, count(*) FROM billing.crate GROUP BY 1",
        "CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY)",
        "INSERT INTO depot (name) VALUES ('north')"
    };
    private static final String OBJECTS =
            "SELECT c.relkind::text || ' ' || c.oid::regclass FROM pg_class c JOIN pg_namespace n"
                    + " ON n.oid = relnamespace WHERE nspname IN ('public', 'billing') AND relname !~"
                    + " '^(retort|alembic|flyway)'"
                    + " ORDER BY 1";

    private final TestDatabase live = TestDatabase.create();
    private final TestDatabase fresh = TestDatabase.create();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path project;

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void makeAProject() throws IOException {
        project = project.toRealPath();
        folder = Files.createDirectories(project.resolve("src/main/resources/db/migrations"));
        live.execute(LIVE);
    }

    @AfterEach
    void drop() {
        live.close();
        fresh.close();
    }

    private Shell shell(TestDatabase database) {
        return new Shell(project).on(database).with("RETORT_FILE_TEMPLATE", "{rev}_{slug}");
    }

    @Test
    void writesTheSchemaThatThereIsAndStampsTheDatabase() throws IOException {
        Shell.Result result = shell(live).run("baseline", "-m", "adopt", "--rev-id", "a1");

        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("a1_adopt.sql ...  done", "Stamping the database with a1 ...  done");
        assertThat(Files.readString(folder.resolve("a1_adopt.sql")))
                .contains("CREATE TABLE depot (")
                .doesNotContain("flyway")
                .endsWith("-- migrate: irreversible the schema was there before its first revision\n");
        assertThat(shell(live).run("current").out()).startsWith("a1 (head)");
        assertThat(live.query("SELECT name FROM depot")).containsExactly("north");
    }

    @Test
    void makesTheSameSchemaInAnotherDatabase() {
        shell(live).run("baseline", "-m", "adopt", "--rev-id", "a1");

        Shell.Result upgraded = shell(fresh).run("upgrade", "head");

        assertThat(upgraded.err()).isEmpty();
        assertThat(upgraded.status()).isZero();
        assertThat(fresh.query(OBJECTS)).isEqualTo(live.query(OBJECTS)).hasSize(8);
        assertThat(shell(fresh).run("downgrade", "base").err()).contains("irreversible");
    }

    @Tag("slow")
    @Test
    void takesADumpAsItIs() throws IOException {
        String dump = "--\n-- PostgreSQL database dump\n--\n\nSET check_function_bodies = false;\n"
                + "SELECT pg_catalog.set_config('search_path', '', false);\n\nCREATE TABLE public.depot (id bigint);\n";
        Shell shell = shell(live).file("dump.sql", dump);

        Shell.Result result = shell.run(
                "baseline",
                "-m",
                "adopt",
                "--rev-id",
                "a1",
                "--from-dump",
                project.resolve("dump.sql").toString());

        assertThat(result.err()).isEmpty();
        assertThat(Files.readString(folder.resolve("a1_adopt.sql"))).contains(dump.strip());
        assertThat(shell(fresh).run("upgrade", "head").status()).isZero();
        assertThat(fresh.query("SELECT to_regclass('public.depot')")).containsExactly("depot");
    }

    @Test
    void reportsHowTheModelDiffers() throws IOException {
        Shell shell = shell(live).file("model.sql", """
                CREATE SCHEMA billing;
                CREATE TYPE state AS ENUM ('OPEN', 'DONE');
                CREATE TABLE depot (id bigserial PRIMARY KEY, name varchar(40) NOT NULL, volume integer);
                CREATE TABLE billing.crate (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, depot_id bigint REFERENCES
                    depot (id) ON DELETE CASCADE, state state DEFAULT 'OPEN');
                """);

        Shell.Result result = shell.run(
                "baseline", "-m", "adopt", "--rev-id", "a1", "--model", "sql:" + project.resolve("model.sql"));

        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("Only in the database (kept):", "1 of kind view that no entity is mapped to")
                .contains("Only in the entities", "  add column public.depot.volume")
                .contains(
                        "Contradictions",
                        "  change type of column public.depot.name to character varying(40): the"
                                + " database has character varying(80)",
                        "  drop constraint depot_name_key of public.depot: ");
    }

    @Test
    void isTheFirstRevisionOrNone() {
        shell(live).run("baseline", "-m", "adopt", "--rev-id", "a1");

        Shell.Result again = shell(live).run("baseline", "-m", "adopt", "--rev-id", "a2");

        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).startsWith("FAILED: The baseline would not be the first revision.");
        assertThat(folder).isDirectoryNotContaining("glob:**a2*");
    }

    @Test
    void refusesADatabaseThatARevisionHasChanged() throws IOException {
        shell(live).run("baseline", "-m", "adopt", "--rev-id", "a1");
        for (Path file : List.of(folder.resolve("a1_adopt.sql"))) {
            Files.delete(file);
        }

        assertThat(shell(live).run("baseline", "-m", "adopt").err())
                .startsWith("FAILED: The database is at a1 already.");
    }
}
