/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Squashes revisions of a project in a scratch database. */
class SquashCommandTests extends SquashTestCase {

    @Test
    void replacesARangeByOneRevision() {
        shop();

        Shell.Result result = shell().run("squash", "a1:c1", "-m", "people");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("Generating src/main/resources/db/migrations/c1_people.sql ...  done")
                .contains("Moving 3 replaced scripts to src/main/resources/db/squashed ...  done")
                .contains("are equal, and so is the schema after the downgrade.");
        assertThat(files())
                .containsExactly(
                        "migrations/c1_people.sql",
                        "migrations/d1.sql",
                        "squashed/a1.sql",
                        "squashed/b1.sql",
                        "squashed/c1.sql");
        assertThat(read("c1_people.sql"))
                .contains("-- revision: c1\n-- replaces: a1:")
                .contains("\n-- squashed_checksum: ")
                .contains("email text")
                .doesNotContain("RENAME");
        assertThat(shell().run("history").out())
                .contains("c1 -> d1 (head), make d1")
                .contains("<base> -> c1 (squashed), people")
                .doesNotContain("b1");
        assertThat(shell().run("show", "c1").out()).contains("Replaces: a1, b1");
        assertThat(shell().run("show", "c1", "--json").out()).contains("\"replaces\" : [ \"a1\", \"b1\" ]");
        assertThat(shell().run("graph").out()).contains("c1 (squashed), people");
        assertThat(shell().run("graph", "--html", "graph.html").status()).isZero();
        assertThat(project.resolve("graph.html"))
                .content()
                .contains("<span class=\"label\" title=\"Replaces a1, b1\">squashed</span>people");
        assertThat(shell().run("show", "b1").err()).contains("Revision 'b1' is squashed into 'c1'.");
    }

    @Test
    void deletesTheReplacedScriptsOnRequestAndAnswersInJson() {
        shop();

        Shell.Result result = shell().run("squash", "b1:d1", "--delete", "--json");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("\"revision\" : \"d1\"")
                .contains("\"src/main/resources/db/migrations/c1.sql\" : null");
        assertThat(files()).containsExactly("migrations/a1.sql", "migrations/d1_squash_3_revisions_b1_to_d1.sql");
        assertThat(read("d1_squash_3_revisions_b1_to_d1.sql"))
                .contains("ALTER TABLE person ADD COLUMN email text;")
                .contains("DROP COLUMN email;");
    }

    @Tag("slow")
    @Test
    void refusesToLoseRowsAndCarriesThemOver() {
        shop();
        revision(
                "b1",
                "a1",
                "ALTER TABLE person ADD COLUMN mail text;\nCREATE TABLE country (code text PRIMARY KEY, name text);\n"
                        + "INSERT INTO country VALUES ('at', 'Austria'), ('ch', 'Switzerland');",
                "DELETE FROM country;\nDROP TABLE country;\nALTER TABLE person DROP COLUMN mail;");
        List<String> before = files();

        Shell.Result lost = shell().run("squash", "a1:d1");
        assertThat(lost.status()).isEqualTo(1);
        assertThat(lost.err())
                .contains("The squash would lose rows; nothing was written.")
                .contains("table public.country: 2 rows after the replaced revisions, 0 after the squashed one")
                .contains("b1 (")
                .contains("INSERT INTO country VALUES ('at', 'Austria')")
                .contains("--keep-data");
        assertThat(files()).isEqualTo(before);

        Shell.Result without = shell().run("squash", "a1:d1", "--keep-data", "c1");
        assertThat(without.err()).contains("Revision c1 has no data to carry over.");

        Shell.Result kept = shell().run("squash", "a1:d1", "--keep-data", "b1", "-m", "all");
        assertThat(kept.status()).as(kept.err()).isZero();
        assertThat(read("d1_all.sql")).contains("INSERT INTO country VALUES").contains("DELETE FROM country;");
    }

    @Tag("slow")
    @Test
    void leavesRowsOutOnRequest() {
        shop();
        revision("d1", "c1", "INSERT INTO person (name) VALUES ('Ada');", "DELETE FROM person;");

        assertThat(shell().run("squash", "b1:d1").err())
                .contains("statements that can change rows from before the range")
                .contains("INSERT INTO person (name) VALUES ('Ada')")
                .contains("DELETE FROM person");

        Shell.Result result = shell().run("squash", "b1:d1", "--without-data", "-m", "all");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains("Note: left out: d1 (");
        assertThat(read("d1_all.sql")).doesNotContain("INSERT");
    }

    @Test
    void keepsRowsThroughRenamesOfWhatWasThereBefore() {
        shop();
        revision(
                "d1",
                "c1",
                "ALTER TABLE person RENAME TO human;\nALTER TABLE human RENAME name TO full_name;",
                "ALTER TABLE human RENAME full_name TO name;\nALTER TABLE human RENAME TO person;");

        Shell.Result result = shell().run("squash", "b1:d1", "-m", "all");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(read("d1_all.sql"))
                .contains("RENAME TO human")
                .contains("full_name")
                .doesNotContain("DROP COLUMN name")
                .doesNotContain("DROP TABLE person");
    }

    @Test
    void provesASquashOfTwentyRevisions() {
        revision(
                "r01",
                null,
                "CREATE TABLE account (id bigserial PRIMARY KEY, name text);\nCREATE TYPE mood AS ENUM ('sad', 'ok');",
                "DROP TYPE mood;\nDROP TABLE account;");
        for (int i = 2; i <= 20; i++) {
            String table = "t" + i;
            revision(
                    String.format("r%02d", i),
                    String.format("r%02d", i - 1),
                    twentieth(i, table),
                    "ALTER TABLE account DROP COLUMN " + table + ";\nDROP VIEW v" + i + ";\nDROP TABLE " + table + ";");
        }
        revision("r21", "r20", "CREATE INDEX ix_name ON account (name);", "DROP INDEX ix_name;");

        Shell.Result result = shell().run("squash", "r01:r20", "-m", "the first twenty", "--keep-data", "r10");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("Moving 20 replaced scripts to src/main/resources/db/squashed ...  done")
                .contains("objects of the catalog and the rows of 40 tables and sequences are equal, and so is the"
                        + " schema after the downgrade.");
        assertThat(shell().run("history").out())
                .isEqualTo("r20 -> r21 (head), make r21\n<base> -> r20 (squashed), the first twenty\n");
    }

    private static String twentieth(int i, String table) {
        return "CREATE TABLE " + table
                + " (id bigserial PRIMARY KEY, account_id bigint REFERENCES account, CHECK (id <> "
                + i + "));\nCREATE INDEX ix_" + table + " ON " + table + " (account_id);\nCREATE VIEW v" + i
                + " AS SELECT account_id FROM " + table + ";\nALTER TABLE account ADD COLUMN " + table
                + " numeric(10, 2) DEFAULT 0;\nCOMMENT ON TABLE " + table + " IS 'the " + i + "th';"
                + (i == 10 ? "\nINSERT INTO " + table + " (account_id) VALUES (NULL), (NULL);" : "");
    }

    @Test
    void squashesExtensionsAsTheRangeLeavesThem() throws IOException {
        revision(
                "e1",
                null,
                "CREATE EXTENSION IF NOT EXISTS citext;\nCREATE EXTENSION pg_trgm;\n"
                        + "CREATE TABLE person (email citext UNIQUE);",
                "DROP TABLE person;\nDROP EXTENSION pg_trgm;\nDROP EXTENSION citext;");
        revision(
                "e2",
                "e1",
                "CREATE INDEX trigrams ON person USING gin ((email::text) gin_trgm_ops);",
                "DROP INDEX trigrams;");
        revision(
                "e3",
                "e2",
                "CREATE SCHEMA ext;\nCREATE EXTENSION pgcrypto SCHEMA ext;\n"
                        + "ALTER TABLE person ADD COLUMN token bytea DEFAULT ext.gen_random_bytes(8);",
                "ALTER TABLE person DROP COLUMN token;\nDROP EXTENSION pgcrypto;\nDROP SCHEMA ext;");
        revision(
                "e4",
                "e3",
                "DROP EXTENSION pg_trgm CASCADE;",
                "CREATE EXTENSION pg_trgm;\n"
                        + "CREATE INDEX trigrams ON person USING gin ((email::text) gin_trgm_ops);");

        Shell.Result result = shell().run("squash", "e1:e4", "-m", "with extensions");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains("are equal, and so is the schema after the downgrade.");
        assertThat(Files.readString(folder.resolve("e4_with_extensions.sql")))
                .contains("CREATE EXTENSION IF NOT EXISTS citext SCHEMA public;")
                .contains("CREATE EXTENSION pgcrypto SCHEMA ext;")
                .contains("email public.citext")
                .contains("DROP EXTENSION citext;")
                .doesNotContain("pg_trgm");
    }
}
