/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Changes of object files that PostgreSQL cannot make in place, or that lose what belongs to an object. */
@Tag("nightly")
class ObjectFileChangesTests extends ObjectFileTestCase {

    private boolean isAtLeast(int major) {
        return Integer.parseInt(database.query("SHOW server_version_num").get(0)) >= major * 10_000;
    }

    private void edit(String file, String old, String text) throws IOException {
        String before = Files.readString(objects.resolve(file));
        assertThat(before).contains(old);
        object(file, before.replace(old, text));
    }

    @Test
    void changesFunctionsThatCannotBeReplacedInPlace() throws IOException {
        object("rate.sql", """
            CREATE FUNCTION rate(amount integer) RETURNS integer LANGUAGE sql AS 'SELECT amount';
            COMMENT ON FUNCTION rate(integer) IS 'the rate';
            REVOKE EXECUTE ON FUNCTION rate(integer) FROM PUBLIC;
            CREATE FUNCTION rate(customer text) RETURNS integer LANGUAGE sql AS 'SELECT 1';
            """);
        object("lines.sql", "CREATE FUNCTION lines() RETURNS TABLE (a int, b int) LANGUAGE sql AS 'SELECT 1, 2';\n");
        object("job.sql", "CREATE FUNCTION job(n int) RETURNS void LANGUAGE sql AS 'SELECT 1';\n");
        object("top.sql", "CREATE AGGREGATE top(int) (SFUNC = int4larger, STYPE = int);\n");
        object("rated.sql", "CREATE VIEW rated AS SELECT rate(amount) AS rate, rate(customer) AS other FROM orders;\n");
        frozen("a1");
        edit("rate.sql", "rate(amount integer) RETURNS integer", "rate(sum integer) RETURNS bigint");
        edit("rate.sql", "'SELECT amount'", "'SELECT sum'");
        edit("rate.sql", "'the rate'", "'the new rate'");
        edit("rate.sql", "'SELECT 1'", "'SELECT 2'");
        edit("lines.sql", "b int", "c bigint");
        edit("job.sql", "FUNCTION job(n int) RETURNS void", "PROCEDURE job(n int)");
        edit("top.sql", "int4larger", "int4smaller");

        String script = frozen("a2");

        assertThat(script)
                .containsSubsequence("DROP VIEW rated;", "DROP FUNCTION rate(integer);", "CREATE VIEW rated")
                .containsSubsequence("DROP FUNCTION job(integer);", "PROCEDURE job(n int)", "-- migrate: downgrade");
    }

    @Test
    void changesColumnsBelowBodiesOfSqlAndRowTypes() throws IOException {
        String body = isAtLeast(14)
                ? "BEGIN ATOMIC SELECT sum(amount) FROM orders WHERE customer = c; END"
                : "AS 'SELECT sum(amount) FROM orders WHERE customer = c'";
        object(
                "total.sql",
                "CREATE FUNCTION total(c text) RETURNS bigint LANGUAGE sql " + body
                        + ";\nGRANT EXECUTE ON FUNCTION total(text) TO PUBLIC;\n");
        object("priced.sql", "CREATE VIEW priced AS SELECT id, customer, amount FROM orders;\n");
        object("b.sql", "CREATE FUNCTION name(p priced) RETURNS text LANGUAGE sql AS 'SELECT p.customer';\n");
        object("a.sql", "CREATE VIEW named AS SELECT name(p) AS name, p AS whole FROM priced p;\n");
        object("all.sql", "CREATE FUNCTION every() RETURNS SETOF priced LANGUAGE sql AS 'SELECT * FROM priced';\n");
        frozen("a1");
        shell.file("schema.sql", ORDERS.replace("amount integer", "amount bigint"));
        edit("total.sql", "RETURNS bigint", "RETURNS numeric");
        edit("priced.sql", "id, ", "");

        frozen("a2");
    }

    @Test
    void restoresWhatBelongsToAView() throws IOException {
        String role = "reporting_" + database.name();
        database.execute("CREATE ROLE " + role);
        try {
            object(
                    "priced.sql",
                    "CREATE VIEW priced WITH (security_barrier) AS SELECT id, customer, amount FROM orders;\n");
            object("totals.sql", """
                CREATE MATERIALIZED VIEW totals AS SELECT customer, sum(amount) AS total FROM priced GROUP BY customer;
                CREATE UNIQUE INDEX by_customer ON totals (customer);
                CREATE INDEX by_total ON totals (total) WHERE total > 0;
                COMMENT ON MATERIALIZED VIEW totals IS 'sums';
                COMMENT ON COLUMN totals.total IS 'in euro';
                """);
            frozen("a1");
            database.execute(
                    "GRANT SELECT ON orders TO " + role,
                    "ALTER VIEW priced OWNER TO " + role,
                    "GRANT SELECT (id), UPDATE (amount) ON priced TO PUBLIC",
                    "ALTER VIEW priced ALTER COLUMN amount SET DEFAULT 7",
                    "COMMENT ON COLUMN priced.id IS 'the key'",
                    "COMMENT ON INDEX by_total IS 'for the report'",
                    "GRANT SELECT ON totals TO " + role,
                    "CREATE RULE none AS ON DELETE TO priced DO INSTEAD NOTHING",
                    "CREATE FUNCTION put() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
                    "CREATE TRIGGER put INSTEAD OF INSERT ON priced FOR EACH ROW EXECUTE FUNCTION put()",
                    "COMMENT ON TRIGGER put ON priced IS 'nothing'",
                    "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO " + role);
            shell.file("schema.sql", ORDERS.replace("amount integer", "amount bigint"));

            assertThat(frozen("a2"))
                    .containsSubsequence(
                            "REVOKE SELECT ON priced FROM " + role,
                            "ALTER VIEW priced OWNER TO",
                            "-- migrate: downgrade")
                    .containsSubsequence("GRANT SELECT (id) ON priced TO PUBLIC", "-- migrate: downgrade");
            assertThat(database.query("SELECT has_table_privilege('" + role + "', 'priced', 'SELECT')"))
                    .containsExactly("t");
        } finally {
            database.execute("DROP OWNED BY " + role + " CASCADE", "DROP ROLE " + role);
        }
    }

    @Test
    void keepsPropertiesOfRoutinesAndOptionsOfViews() throws IOException {
        object("secret.sql", """
            CREATE FUNCTION secret() RETURNS int LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE COST 50
            SET search_path = pg_catalog, pg_temp SET work_mem = '8MB' AS 'SELECT 1';
            ALTER FUNCTION secret() LEAKPROOF;
            """);
        object("w.sql", """
            CREATE VIEW w (number, who) AS SELECT id, customer FROM orders WHERE amount > 0 WITH CASCADED CHECK OPTION;
            """);
        object("r.sql", "CREATE RECURSIVE VIEW r (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM r WHERE n < 3;\n");
        object("kind.sql", "CREATE VIEW kind AS SELECT id FROM orders;\nALTER VIEW kind RENAME COLUMN id TO key;\n");
        object("none.sql", "CREATE MATERIALIZED VIEW IF NOT EXISTS none AS SELECT 1 AS one WITH NO DATA;\n");
        frozen("a1");
        edit("secret.sql", "SELECT 1", "SELECT 2");
        edit("secret.sql", "COST 50", "COST 60");
        edit("w.sql", "(number, who) AS", "(number, who) WITH (security_barrier) AS");
        edit("w.sql", "CASCADED", "LOCAL");
        edit("r.sql", "VALUES (1)", "VALUES (2)");
        object("kind.sql", "CREATE MATERIALIZED VIEW kind AS SELECT id FROM orders;\n");

        assertThat(frozen("a2")).contains("LEAKPROOF").contains("pg_temp");
    }

    @Test
    void replacesTheFunctionOfATriggerWhileTheTriggerExists() throws IOException {
        object("touched.sql", """
            CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
            CREATE TRIGGER touch BEFORE UPDATE ON orders FOR EACH ROW WHEN (OLD.amount > 1) EXECUTE FUNCTION touched();
            COMMENT ON TRIGGER touch ON orders IS 'touches';
            """);
        frozen("a1");
        shell.file("schema.sql", ORDERS.replace("amount integer", "amount bigint"));
        edit("touched.sql", "RETURN NEW", "NEW.id := 1; RETURN NEW");

        frozen("a2");
    }

    @Test
    void tellsSchemasFilesAndNamesApart() throws IOException {
        shell.file("schema.sql", ORDERS + "CREATE SCHEMA billing;\n");
        object("x/totals.sql", "CREATE VIEW totals AS SELECT 1 AS one;\n");
        object("y/totals.sql", "CREATE VIEW billing.totals AS SELECT one FROM totals;\n");
        frozen("a1");
        Files.move(objects.resolve("x/totals.sql"), objects.resolve("renamed.sql"));
        assertThat(generate("none").out()).contains("No new upgrade operations detected.");
        object("renamed.sql", "CREATE VIEW sums AS SELECT 1 AS one;\n");
        object("y/totals.sql", "CREATE VIEW billing.totals AS SELECT one FROM sums;\n");

        assertThat(frozen("a2")).contains("DROP VIEW totals;").contains("CREATE VIEW sums");
    }

    @Test
    void readsByteOrderMarksAndLineEndsOfWindows() throws IOException {
        String text = "CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE sql AS $$\r\nSELECT 1\r\n$$;\r\n"
                + "CREATE VIEW ones AS\r\nSELECT one() AS one; -- the end\r\n";
        Files.write(objects.resolve("one.sql"), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
        frozen("a1");
        object("one.sql", text.replace("\r", ""));

        Shell.Result check = shell.run("check");

        assertThat(check.status()).as(check.out()).isZero();
    }

    @Test
    void refusesTwoFilesWithTheSameObjectInOtherWords() throws IOException {
        object("a.sql", "CREATE OR REPLACE VIEW priced AS SELECT 1 AS one;\n");
        object("b.sql", "CREATE OR REPLACE VIEW public.priced AS SELECT 2 AS one;\n");
        object("c.sql", "CREATE OR REPLACE FUNCTION f(a integer) RETURNS int LANGUAGE sql AS 'SELECT 1';\n");
        object("d.sql", "CREATE OR REPLACE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 2';\n");

        Shell.Result result = generate("a1");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("b.sql:1: ").contains("d.sql:1: ");
        assertThat(project.resolve("src/main/resources/db/migrations").toFile().list())
                .isEmpty();
    }
}
