/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Views, functions and triggers in object files, frozen into revisions. */
class ObjectFileTests extends ObjectFileTestCase {

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

    @Tag("slow")
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

    @Tag("slow")
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

    @Tag("slow")
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
                .contains("-- No object file states this now; revision a1 stated it.\nDROP VIEW names;")
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
                .contains("No object file states view public.priced now, but view public.by_hand needs it: it stays.");
    }

    @Tag("slow")
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
