/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the proof of a squash notices: rows, rows from before the range, and all kinds of objects. */
@Tag("slow")
class SquashProofTests extends SquashTestCase {

    @BeforeEach
    void makeATable() {
        revision("a1", null, "CREATE TABLE person (id int PRIMARY KEY, name text NOT NULL);", "DROP TABLE person;");
    }

    @Test
    void noticesValuesThatAreInOtherRows() {
        revision("b1", "a1", "INSERT INTO person VALUES (1, 'Ada'), (2, 'Bea');", "DELETE FROM person;");
        revision(
                "c1",
                "b1",
                "UPDATE person SET name = CASE name WHEN 'Ada' THEN 'Bea' ELSE 'Ada' END;",
                "-- migrate: nothing");

        assertThat(shell().run("squash", "a1:c1", "--keep-data", "b1").err())
                .contains("table public.person: 2 rows in both, with other values in the combination of columns");

        Shell.Result kept = shell().run("squash", "a1:c1", "--keep-data", "b1", "--keep-data", "c1");
        assertThat(kept.status()).as(kept.err()).isZero();
    }

    @Test
    void noticesValuesThatAChangeOfTheSchemaGivesRowsFromBeforeTheRange() {
        revision(
                "b1",
                "a1",
                "ALTER TABLE person ADD COLUMN points int DEFAULT 100;",
                "ALTER TABLE person DROP COLUMN points;");
        revision(
                "c1",
                "b1",
                "ALTER TABLE person ALTER COLUMN points DROP DEFAULT;",
                "ALTER TABLE person ALTER COLUMN points SET DEFAULT 100;");

        assertThat(shell().run("squash", "b1:c1").err())
                .contains("table public.person: 1 rows in both, with other values in points integer")
                .contains("end the range before its revision");

        Shell.Result left = shell().run("squash", "b1:c1", "--without-data", "-m", "points");
        assertThat(left.status()).as(left.err()).isZero();
        assertThat(left.out())
                .contains("Note: tried with a row in each of 1 table from before the range")
                .contains("Note: left out: table public.person: 1 rows in both, with other values in points integer");
    }

    @Test
    void noticesAColumnThatIsFilledBeforeItIsNotNull() {
        revision(
                "b1",
                "a1",
                "ALTER TABLE person ADD COLUMN mail text;\nUPDATE person SET mail = name;",
                "ALTER TABLE person DROP COLUMN mail;");
        revision(
                "c1",
                "b1",
                "ALTER TABLE person ALTER COLUMN mail SET NOT NULL;",
                "ALTER TABLE person ALTER COLUMN mail DROP NOT NULL;");

        assertThat(shell().run("squash", "b1:c1", "--keep-data", "b1").err())
                .contains(
                        "The squashed revision fails in a database with rows from before the range; nothing was written.")
                .contains("Statements that are carried over run after all changes of the schema");

        Shell.Result left = shell().run("squash", "b1:c1", "--without-data");
        assertThat(left.status()).as(left.err()).isZero();
        assertThat(left.out()).contains("Note: left out: b1 (").contains("Note: with rows from before the range: ");
    }

    @Test
    void carriesOverStatementsWithCommentsAndRowsOfCopy() {
        revision(
                "b1",
                "a1",
                "INSERT INTO person VALUES (1, 'Ada') -- the first; of many\n;\nCOPY person FROM stdin;\n2\tBea; -- no comment\n"
                        + "\\.\nINSERT INTO person SELECT 3, 'Cy' /* the last */;",
                "DELETE FROM person -- all\n;");

        Shell.Result kept = shell().run("squash", "a1:b1", "--keep-data", "b1");

        assertThat(kept.status()).as(kept.err()).isZero();
        assertThat(kept.out()).contains("the rows of 1 tables and sequences are equal");
    }

    @Test
    void refusesWhatNoComparisonOfSchemasShows() {
        revision("b1", "a1", """
                CREATE TYPE amount AS (value int);
                CREATE FUNCTION amount_of(text) RETURNS amount LANGUAGE sql IMMUTABLE AS 'SELECT ROW(1)::amount';
                CREATE CAST (text AS amount) WITH FUNCTION amount_of(text);
                CREATE FUNCTION same(amount, amount) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.value = $2.value';
                CREATE OPERATOR ~== (FUNCTION = same, LEFTARG = amount, RIGHTARG = amount);
                CREATE PUBLICATION persons FOR TABLE person;
                CREATE TEXT SEARCH CONFIGURATION words (COPY = simple);
                CREATE FUNCTION noted() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
                CREATE EVENT TRIGGER noting ON ddl_command_end EXECUTE FUNCTION noted();
                CREATE FOREIGN DATA WRAPPER elsewhere;
                CREATE SERVER there FOREIGN DATA WRAPPER elsewhere;
                CREATE FOREIGN TABLE far (id int) SERVER there;
                ALTER TABLE person REPLICA IDENTITY FULL;
                ALTER TABLE person ALTER COLUMN name SET STORAGE EXTERNAL;
                ALTER TABLE person ALTER COLUMN name SET STATISTICS 500;
                ALTER TABLE person CLUSTER ON person_pkey;
                """, "-- migrate: irreversible a test");

        assertThat(shell().run("squash", "a1:b1").err())
                .contains("The squashed revision does not lead to the same schema; nothing was written.")
                .contains("only after the replaced revisions: cast (pg_catalog.text AS public.amount)")
                .contains("only after the replaced revisions: operator public.~==(public.amount,public.amount)")
                .contains("only after the replaced revisions: publication persons")
                .contains("only after the replaced revisions: text search configuration public.words")
                .contains("only after the replaced revisions: event trigger noting")
                .contains("only after the replaced revisions: foreign-data wrapper elsewhere")
                .contains("only after the replaced revisions: server there")
                .contains("relation public.far");

        Shell.Result carried = shell().run("squash", "a1:b1", "--keep-data", "b1", "-m", "all");
        assertThat(carried.status()).as(carried.err()).isZero();
        assertThat(read("b1_all.sql")).contains("CREATE EVENT TRIGGER noting").contains("CLUSTER ON person_pkey");
    }

    @Test
    void replacesAllKindsOfChanges() {
        revision("b1", "a1", """
                CREATE SCHEMA billing;
                COMMENT ON SCHEMA billing IS 'what is paid';
                CREATE TYPE mood AS ENUM ('sad', 'ok');
                CREATE DOMAIN email AS text CHECK (VALUE ~ '@');
                CREATE TYPE pair AS (a int, b email);
                CREATE TYPE span AS RANGE (subtype = int4);
                CREATE COLLATION plain FROM "C";
                CREATE SEQUENCE numbers START 7 INCREMENT 3 OWNED BY person.id;
                CREATE TABLE billing.invoice (id int GENERATED ALWAYS AS IDENTITY (START 100), person int REFERENCES person,
                    at date NOT NULL, total numeric(10, 2) DEFAULT 0 CHECK (total >= 0), twice numeric GENERATED ALWAYS AS
                    (total * 2) STORED, feeling mood, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
                CREATE TABLE billing.invoice_2026 PARTITION OF billing.invoice FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
                CREATE STATISTICS persons (dependencies) ON id, name FROM person;
                COMMENT ON COLUMN billing.invoice.total IS 'in euro';
                """, "-- migrate: irreversible a test");
        revision("c1", "b1", """
                ALTER TABLE person ADD COLUMN email email, ADD COLUMN feeling mood DEFAULT 'ok';
                CREATE VIEW billing.open WITH (security_barrier) AS SELECT id FROM billing.invoice;
                CREATE MATERIALIZED VIEW totals AS SELECT person, sum(total) FROM billing.invoice GROUP BY 1;
                CREATE UNIQUE INDEX ON totals (person);
                CREATE RULE kept AS ON DELETE TO person DO INSTEAD NOTHING;
                ALTER TABLE person ENABLE ROW LEVEL SECURITY;
                CREATE POLICY own ON person FOR SELECT USING (name = current_user);
                CREATE FUNCTION trimmed() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.name := trim(NEW.name); RETURN NEW; END';
                CREATE TRIGGER trimmed BEFORE INSERT ON person FOR EACH ROW EXECUTE FUNCTION trimmed();
                CREATE PROCEDURE nothing() LANGUAGE sql AS 'SELECT 1';
                CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int);
                GRANT SELECT ON person, billing.open TO PUBLIC;
                ALTER DEFAULT PRIVILEGES IN SCHEMA billing GRANT SELECT ON TABLES TO PUBLIC;
                ALTER TABLE person SET (fillfactor = 80);
                """, "-- migrate: irreversible a test");
        revision("d1", "c1", """
                -- migrate: autocommit
                CREATE INDEX CONCURRENTLY by_name ON person (lower(name)) INCLUDE (id) WHERE name <> '';
                ALTER TYPE mood ADD VALUE 'glad' BEFORE 'ok';
                """, "-- migrate: irreversible a test");

        assertThat(shell().run("squash", "a1:d1").err()).contains("The default privileges differ: ");

        Shell.Result whole = shell().run("squash", "a1:d1", "-m", "all", "--keep-data", "c1");
        assertThat(whole.status()).as(whole.err()).isZero();
        assertThat(whole.out()).doesNotContain("Note:");
    }

    @Test
    void replacesAPartThatUsesWhatWasThereBefore() {
        revision(
                "b1",
                "a1",
                "CREATE TYPE mood AS ENUM ('sad', 'ok');\nCREATE VIEW names AS SELECT name FROM person;\nGRANT SELECT ON names"
                        + " TO PUBLIC;\nCOMMENT ON VIEW names IS 'all of them';",
                "DROP VIEW names;\nDROP TYPE mood;");
        revision("c1", "b1", "-- migrate: autocommit\nALTER TYPE mood ADD VALUE 'glad';", "-- migrate: nothing");
        revision(
                "d1",
                "c1",
                "DROP VIEW names;\nALTER TABLE person ALTER COLUMN name TYPE varchar(80);\nCREATE VIEW names AS SELECT name"
                        + " FROM person;\nGRANT SELECT ON names TO PUBLIC;\nCOMMENT ON VIEW names IS 'all of them';\nALTER"
                        + " TABLE person ADD COLUMN feeling mood DEFAULT 'glad';",
                "DROP VIEW names;\nALTER TABLE person ALTER COLUMN name TYPE text;\nCREATE VIEW names AS SELECT name FROM"
                        + " person;\nGRANT SELECT ON names TO PUBLIC;\nCOMMENT ON VIEW names IS 'all of them';\nALTER TABLE"
                        + " person DROP COLUMN feeling;");

        Shell.Result part = shell().run("squash", "c1:d1", "-m", "part");

        assertThat(part.status()).as(part.err()).isZero();
        assertThat(part.out()).contains("Note: tried with a row in each of 1 table from before the range");
    }

    @Test
    void replacesBranchesThatMergeWithTheirLabelsAndDependencies() {
        revision("b1", "a1", "ALTER TABLE person ADD COLUMN b int;", "ALTER TABLE person DROP COLUMN b;");
        write(
                "c1.sql",
                read("b1.sql")
                        .replace("b1", "c1")
                        .replace("COLUMN b", "COLUMN c")
                        .replace("-- message", "-- branch_labels: billing\n-- message"));
        revision("d1", "b1, c1", "ALTER TABLE person ADD COLUMN d int;", "ALTER TABLE person DROP COLUMN d;");
        revision("x1", null, "CREATE TABLE x ();", "DROP TABLE x;");
        write("c1.sql", read("c1.sql").replace("-- message", "-- depends_on: x1\n-- message"));
        revision("y1", "x1", "SELECT 1;", "-- migrate: nothing");
        write("y1.sql", read("y1.sql").replace("-- message", "-- depends_on: billing\n-- message"));

        assertThat(shell().run("squash", "a1:d1").err()).contains("y1, which is outside of the range, depends on c1.");

        write("y1.sql", read("y1.sql").replace("depends_on: billing", "depends_on: d1"));
        Shell.Result whole = shell().run("squash", "a1:d1", "-m", "all");
        assertThat(whole.status()).as(whole.err()).isZero();
        assertThat(read("d1_all.sql"))
                .contains("-- branch_labels: billing\n")
                .contains("-- depends_on: x1\n")
                .containsPattern("-- squashed_checksum: \\w{64} \\(b1 c1\\)\n");
        assertThat(shell().run("show", "billing").out()).startsWith("Rev: d1 (head) (squashed)\n");
    }
}
