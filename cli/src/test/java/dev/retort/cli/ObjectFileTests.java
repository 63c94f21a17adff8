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

/** Views, functions and triggers in object files, frozen into revisions. */
class ObjectFileTests {

    private static final String ORDERS =
            "CREATE TABLE orders (id bigint PRIMARY KEY, customer text NOT NULL, amount integer NOT NULL);\n";

    private static final String DEFINITIONS = """
        SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
          FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
         WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
           AND c.relname !~ '^(retort|alembic)_' AND c.relkind <> 'i'
        UNION ALL SELECT 'grant ' || c.relname || ' ' || c.relacl::text FROM pg_class c
         WHERE c.relnamespace = 'public'::regnamespace AND c.relacl IS NOT NULL AND c.relname !~ '^(retort|alembic)_'
        UNION ALL SELECT 'view ' || viewname || ' ' || definition FROM pg_views WHERE schemaname = 'public'
        UNION ALL SELECT 'matview ' || matviewname || ' ' || definition FROM pg_matviews WHERE schemaname = 'public'
        UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
           AND tablename !~ '^(retort|alembic)_'
        UNION ALL SELECT 'comment ' || d.objoid::regclass || ' ' || d.description FROM pg_description d
         JOIN pg_class c ON c.oid = d.objoid
         WHERE d.classoid = 'pg_class'::regclass AND c.relnamespace = 'public'::regnamespace
           AND c.relname !~ '^(retort|alembic)_'
        UNION ALL SELECT 'routine ' || pg_get_functiondef(oid) || coalesce(proacl::text, '') FROM pg_proc
         WHERE pronamespace = 'public'::regnamespace
        UNION ALL SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
         ORDER BY 1
        """;

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path project;

    @SuppressWarnings("NullAway.Init")
    private Path objects;

    @SuppressWarnings("NullAway.Init")
    private Shell shell;

    @BeforeEach
    void makeAProject() throws IOException {
        project = project.toRealPath();
        Files.createDirectories(project.resolve("src/main/resources/db/migrations"));
        objects = Files.createDirectories(project.resolve("src/main/resources/db/objects"));
        shell = new Shell(project)
                .on(database)
                .with("RETORT_FILE_TEMPLATE", "{rev}_{slug}")
                .with("RETORT_MODEL", "sql:" + project.resolve("schema.sql"));
        shell.file("schema.sql", ORDERS);
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private void object(String name, String sql) throws IOException {
        Path file = objects.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, sql);
    }

    private Shell.Result generate(String id) {
        return shell.run("revision", "--autogenerate", "-m", "change", "--rev-id", id);
    }

    private String script(String id) throws IOException {
        return Files.readString(project.resolve("src/main/resources/db/migrations/" + id + "_change.sql"));
    }

    private List<String> definitions() {
        return database.query(DEFINITIONS);
    }

    /** Generates, upgrades, generates again and finds nothing, and goes down to the schema before and up again. */
    private String frozen(String id) throws IOException {
        List<String> before = definitions();
        Shell.Result generated = generate(id);
        assertThat(generated.status()).as(generated.err()).isZero();
        upgrade();
        List<String> after = definitions();
        assertThat(generate("none").out()).contains("No new upgrade operations detected.");
        Shell.Result down = shell.run("downgrade", "-1");
        assertThat(down.status()).as(down.err() + script(id)).isZero();
        assertThat(definitions()).as(script(id)).isEqualTo(before);
        upgrade();
        assertThat(definitions()).as(script(id)).isEqualTo(after);
        return script(id);
    }

    private void upgrade() {
        Shell.Result upgraded = shell.run("upgrade", "head");
        assertThat(upgraded.status()).as(upgraded.err()).isZero();
    }

    @Test
    void createsFilesInTheOrderThatTheServerNeeds() throws IOException {
        object("a_totals.sql", "CREATE VIEW totals AS SELECT customer, amount FROM priced WHERE vat(amount) > 0;\n");
        object("b/priced.sql", "CREATE VIEW priced AS SELECT id, customer, amount FROM orders;\n");
        object(
                "z_vat.sql",
                "CREATE FUNCTION vat(amount integer) RETURNS numeric LANGUAGE sql IMMUTABLE"
                        + " AS $$ SELECT amount * 0.2 $$;\n");

        String script = frozen("a1");

        assertThat(script).containsSubsequence("CREATE VIEW priced", "CREATE VIEW totals");
        assertThat(script).containsSubsequence("FUNCTION vat", "CREATE VIEW totals");
        assertThat(script)
                .contains("-- model: + function vat (integer)\n-- model: + view priced\n-- model: + view totals\n");
    }

    @Test
    void changesTheTypeOfAColumnBelowViewsWithGrants() throws IOException {
        database.execute("CREATE ROLE reporting_" + database.name());
        try {
            String role = "reporting_" + database.name();
            object(
                    "priced.sql",
                    "CREATE VIEW priced AS SELECT id, amount FROM orders;\nCOMMENT ON VIEW priced IS 'what was paid';\n"
                            + "GRANT SELECT ON priced TO " + role + ";\n");
            object(
                    "totals.sql",
                    "CREATE MATERIALIZED VIEW totals AS SELECT id, amount FROM priced;\n"
                            + "CREATE UNIQUE INDEX totals_id ON totals (id);\nGRANT SELECT ON totals TO " + role
                            + ";\n");
            frozen("a1");
            shell.file("schema.sql", ORDERS.replace("amount integer", "amount bigint"));

            String script = frozen("a2");

            assertThat(script)
                    .containsSubsequence(
                            "DROP MATERIALIZED VIEW totals;",
                            "DROP VIEW priced;",
                            "ALTER TABLE orders ALTER COLUMN amount TYPE bigint",
                            "CREATE VIEW priced",
                            "GRANT SELECT ON priced TO " + role,
                            "CREATE MATERIALIZED VIEW totals",
                            "CREATE UNIQUE INDEX totals_id",
                            "-- migrate: downgrade");
        } finally {
            database.execute("DROP OWNED BY reporting_" + database.name(), "DROP ROLE reporting_" + database.name());
        }
    }

    @Test
    void changesTheSignatureOfAFunctionThatAViewCalls() throws IOException {
        object(
                "vat.sql",
                "CREATE FUNCTION vat(amount integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT amount / 5 $$;\n");
        object("taxes.sql", "CREATE VIEW taxes AS\nSELECT id, vat(amount) AS tax -- per order\nFROM orders;\n");
        frozen("a1");
        object(
                "vat.sql",
                "CREATE FUNCTION vat(amount integer, rate integer DEFAULT 20) RETURNS numeric LANGUAGE sql IMMUTABLE"
                        + " AS $$ SELECT amount * rate / 100.0 $$;\n");

        String script = frozen("a2");

        assertThat(script)
                .containsSubsequence(
                        "DROP VIEW taxes;",
                        "DROP FUNCTION vat(integer);",
                        "CREATE OR REPLACE FUNCTION vat(amount integer, rate integer DEFAULT 20) RETURNS numeric LANGUAGE sql",
                        "CREATE VIEW taxes AS\nSELECT id, vat(amount) AS tax -- per order\nFROM orders;")
                .contains("-- model: + function vat (integer, integer)\n-- model: - function vat (integer)\n");
    }

    @Tag("nightly")
    @Test
    void replacesAViewThatLosesAColumnAndTheViewsOverItWhichKeepTheirOwners() throws IOException {
        String role = "reporting_" + database.name();
        database.execute("CREATE ROLE " + role);
        try {
            object("priced.sql", "CREATE VIEW priced AS SELECT id, customer, amount FROM orders;\n");
            object("names.sql", "CREATE VIEW names AS SELECT customer FROM priced;\n");
            frozen("a1");
            database.execute("ALTER VIEW names OWNER TO " + role);
            object("priced.sql", "CREATE VIEW priced AS SELECT customer, amount FROM orders;\n");

            String script = frozen("a2");

            assertThat(script)
                    .containsSubsequence(
                            "DROP VIEW names;",
                            "DROP VIEW priced;",
                            "CREATE VIEW priced",
                            "CREATE VIEW names",
                            "ALTER VIEW names OWNER TO " + role + ";",
                            "-- migrate: downgrade",
                            "ALTER VIEW names OWNER TO " + role + ";");
            assertThat(database.query("SELECT viewowner FROM pg_views WHERE viewname = 'names'"))
                    .containsExactly(role);
        } finally {
            database.execute("DROP OWNED BY " + role, "DROP ROLE " + role);
        }
    }

    @Test
    void freezesATriggerAndItsFunction() throws IOException {
        String body = "CREATE OR REPLACE FUNCTION trimmed() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n"
                + "    NEW.customer := trim(NEW.customer);\n    RETURN NEW;\nEND;\n$$;\n";
        object(
                "trimmed.sql",
                body
                        + "CREATE TRIGGER trim_customer BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION trimmed();\n");
        frozen("a1");
        object(
                "trimmed.sql",
                body.replace("trim(NEW", "btrim(NEW")
                        + "CREATE TRIGGER trim_customer BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION trimmed();\n");

        String script = frozen("a2");

        assertThat(script).contains("btrim(NEW.customer)").contains("BEFORE INSERT OR UPDATE");
    }

    @Test
    void dropsWhatAFileStatedOnceTheFileIsGone() throws IOException {
        database.execute("CREATE VIEW by_hand AS SELECT 1 AS one");
        shell.run("ensure_version");
        object("priced.sql", "CREATE VIEW priced AS SELECT id FROM orders;\n");
        object("names.sql", "CREATE VIEW names AS SELECT id FROM priced;\n");
        frozen("a1");
        Files.delete(objects.resolve("names.sql"));

        String script = frozen("a2");

        assertThat(script)
                .contains("-- No object file states this any more; revision a1 stated it.\nDROP VIEW names;")
                .contains("-- model: - view names\n")
                .contains("Not in the model, left unchanged: view public.by_hand.")
                .doesNotContain("DROP VIEW by_hand");
    }

    @Tag("nightly")
    @Test
    void keepsWhatAnotherObjectStillNeeds() throws IOException {
        object("priced.sql", "CREATE VIEW priced AS SELECT id FROM orders;\n");
        frozen("a1");
        database.execute("CREATE VIEW by_hand AS SELECT id FROM priced");
        Files.delete(objects.resolve("priced.sql"));

        assertThat(shell.run("check").status()).isZero();
        Shell.Result check = shell.run("check", "--verbose");
        assertThat(check.out() + check.err())
                .contains(
                        "No object file states view public.priced any more, but view public.by_hand needs it: it stays.");
    }

    @Test
    void runsNothingBecauseAFileChanged() throws IOException {
        object("priced.sql", "CREATE VIEW priced AS SELECT id FROM orders;\n");
        frozen("a1");
        object("priced.sql", "CREATE VIEW priced AS SELECT id, amount FROM orders;\n");
        List<String> before = definitions();

        upgrade();

        assertThat(definitions()).isEqualTo(before);
        Shell.Result check = shell.run("check");
        assertThat(check.status()).isEqualTo(1);
        assertThat(check.out() + check.err()).contains("view public.priced");
    }

    @Tag("nightly")
    @Test
    void comparesPrivilegesOfAnObjectOnlyIfItsFileStatesSome() throws IOException {
        object("priced.sql", "CREATE VIEW priced AS SELECT id FROM orders;\n");
        object("names.sql", "CREATE VIEW names AS SELECT customer FROM orders;\nGRANT SELECT ON names TO PUBLIC;\n");
        frozen("a1");
        database.execute("GRANT SELECT ON priced TO PUBLIC", "GRANT SELECT ON orders TO PUBLIC");
        assertThat(shell.run("check").status()).isZero();
        object("names.sql", "CREATE VIEW names AS SELECT customer FROM orders;\n");

        String script = frozen("a2");

        assertThat(script)
                .contains("REVOKE SELECT ON names FROM PUBLIC;")
                .contains("-- model: - grants on view names\n")
                .doesNotContain("priced")
                .doesNotContain("ON orders");
    }

    @Test
    void reportsAFailureWithFileLineAndMessage() throws IOException {
        object("priced.sql", "-- what was paid\n\nCREATE VIEW priced AS\nSELECT id, amout FROM orders;\n");
        object("names.sql", "CREATE VIEW names AS SELECT id FROM priced;\n");

        Shell.Result result = generate("a1");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .contains("names.sql:1: relation \"priced\" does not exist")
                .contains("priced.sql:3: column \"amout\" does not exist");
    }

    @Test
    void refusesWhatBelongsInARevisionAndWhatTwoFilesCreate() throws IOException {
        object("a.sql", "CREATE VIEW priced AS SELECT 1 AS one;\n");
        object(
                "b.sql",
                "\nCREATE OR REPLACE VIEW priced AS SELECT 2 AS one;\nINSERT INTO orders VALUES (1, 'x', 1);\n");

        Shell.Result result = generate("a1");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("FAILED: The object files of filesystem:")
                .contains("b.sql:2: It creates what ")
                .contains("b.sql:3: INSERT INTO does not belong in an object file");
    }

    @Tag("nightly")
    @Test
    void createsAFunctionBeforeTheTableThatCallsIt() throws IOException {
        shell.file("schema.sql", "CREATE TABLE orders (id bigint PRIMARY KEY DEFAULT next_id());\n");
        object("next_id.sql", "CREATE FUNCTION next_id() RETURNS bigint LANGUAGE sql AS $$ SELECT 1::bigint $$;\n");

        assertThat(frozen("a1")).containsSubsequence("FUNCTION next_id()", "CREATE TABLE orders");
    }

    @Tag("nightly")
    @Test
    void comparesTheObjectFilesAloneWithoutAnotherModel() throws IOException {
        shell = new Shell(project)
                .on(database)
                .with("RETORT_FILE_TEMPLATE", "{rev}_{slug}")
                .with("RETORT_SCRATCH_URL", database.url())
                .with("RETORT_SCRATCH_USERNAME", database.user());
        shell.file("src/main/resources/db/migrations/a0.sql", """
            -- revision: a0

            -- migrate: upgrade
            CREATE FUNCTION next_id() RETURNS bigint LANGUAGE sql AS $$ SELECT 1::bigint $$;
            CREATE TABLE orders (id bigint PRIMARY KEY DEFAULT next_id(), customer text, amount integer);
            CREATE VIEW priced AS SELECT id, amount FROM orders;
            CREATE VIEW by_hand AS SELECT id FROM priced;
            CREATE TABLE unrelated (id integer GENERATED ALWAYS AS IDENTITY, note varchar(20) DEFAULT 'x');

            -- migrate: downgrade
            DROP TABLE unrelated;
            DROP VIEW by_hand, priced;
            DROP TABLE orders;
            DROP FUNCTION next_id();
            """);
        upgrade();
        object("next_id.sql", "CREATE FUNCTION next_id() RETURNS bigint LANGUAGE sql AS $$ SELECT 1::bigint $$;\n");
        object("priced.sql", "CREATE VIEW priced AS SELECT id, amount FROM orders;\n");
        assertThat(shell.run("check").out()).contains("No new upgrade operations detected.");
        object("next_id.sql", "CREATE FUNCTION next_id() RETURNS bigint LANGUAGE sql AS $$ SELECT 2::bigint $$;\n");
        object("priced.sql", "CREATE VIEW priced AS SELECT id, amount, customer FROM orders;\n");

        String script = frozen("a1");

        assertThat(script)
                .contains(
                        "SELECT 2::bigint",
                        "CREATE OR REPLACE VIEW priced AS\nSELECT id, amount, customer FROM orders;")
                .doesNotContain("unrelated")
                .doesNotContain("TABLE");
        Shell.Result replayed = shell.run("check", "--replay");
        assertThat(replayed.out()).as(replayed.err()).contains("No new upgrade operations detected.");
    }
}
