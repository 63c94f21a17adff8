/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.lock.LockKey;
import dev.retort.test.Project;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands that change the revision of the database. */
class RunningCommandTests extends DatabaseTestCase {

    @SuppressWarnings("NullAway.Init")
    private Shell shell;

    @BeforeEach
    void writeAChain() {
        new Project(folder, database.dataSource()).chain("a1", "b1");
        shell = new Shell(folder).on(database).with("RETORT_LOCATIONS", "filesystem:" + folder);
    }

    @Test
    void upgradesAndDowngrades() {
        assertThat(shell.run("upgrade", "head").out())
                .matches("Running upgrade  -> a1, make a1\nRunning upgrade a1 -> b1, make b1\n"
                        + "The database went from base to b1 in \\d+ ms\\.\n");
        assertThat(shell.run("upgrade", "head").out()).isEqualTo("The database is at b1: nothing to do.\n");

        assertThat(shell.run("downgrade", "-1").out())
                .matches("Running downgrade b1 -> a1, make b1\nThe database went from b1 to a1 in \\d+ ms\\.\n"
                        + "The database is held: .*`upgrade`, `stamp` or a build with a new head\\.\n");
        assertThat(rows()).isEqualTo("a1\n");

        assertThat(shell.run("upgrade", "head").out())
                .contains("The run ended the hold of a downgrade of ")
                .doesNotContain("is held");
        assertThat(rows()).isEqualTo("b1\n");
    }

    @Test
    void reportsTheSessionThatHoldsTheLock() throws SQLException {
        LockKey key = LockKey.of("public", "alembic_version");
        try (Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            statement.execute("SET application_name = 'the other one'");
            statement.execute("SELECT pg_advisory_lock(" + key.namespace() + ", " + key.number() + ")");
            StringWriter err = new StringWriter() {
                @Override
                public void write(String text, int offset, int length) {
                    super.write(text, offset, length);
                    if (toString().contains("Waiting")) {
                        release(holder);
                    }
                }
            };

            assertThat(shell.run(err, "upgrade", "head", "--json").status()).isZero();
            assertThat(err.toString())
                    .matches("Waiting for the migration lock for 0 s, held by pid \\d+ \\(postgres, the other one,"
                            + " idle\\)\\.\n");
        }
    }

    private static void release(Connection holder) {
        try {
            holder.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void showsDetailAndHintOfTheServer() {
        new Project(folder, database.dataSource())
                .revision(
                        "c1",
                        "b1",
                        "CREATE TABLE k (id int PRIMARY KEY);\nINSERT INTO k VALUES (7);\nINSERT INTO k VALUES (7);",
                        "DROP TABLE k;")
                .revision("d1", "b1", "SELECT no_such_function(1);", "SELECT 1;");

        assertThat(shell.run("upgrade", "c1")).satisfies(result -> {
            assertThat(result.status()).isEqualTo(1);
            assertThat(result.err()).contains("\nDETAIL: Key (id)=(7) already exists.\n");
        });
        assertThat(shell.run("upgrade", "d1").err()).contains("\nHINT: No function matches the given name");
        assertThat(shell.run("log", "-v").out())
                .contains("\n    DETAIL: Key (id)=(7) already exists.\n")
                .contains("\n    HINT: No function matches the given name");
        assertThat(shell.run("log", "--json").out()).contains("\"detail\" : \"Key (id)=(7) already exists.\"");
    }

    @Test
    void reportsThatItOverridesReadOnlyTransactionsOfTheDatabase() {
        database.execute("ALTER DATABASE " + database.name() + " SET default_transaction_read_only = on");

        assertThat(shell.run("upgrade", "head")).satisfies(result -> {
            assertThat(result.status()).isZero();
            assertThat(result.err()).startsWith("The session began with default_transaction_read_only = on");
        });
    }

    @Test
    void respectsAHoldForAPipeline() {
        shell.run("upgrade", "head");
        shell.run("downgrade", "a1");

        for (String target : List.of("head", "a1")) {
            assertThat(shell.run("upgrade", target, "--respect-hold")).satisfies(result -> {
                assertThat(result.status()).isEqualTo(1);
                assertThat(result.err()).startsWith("FAILED: The database is held at a1 by a downgrade of ");
            });
        }
        assertThat(shell.run("upgrade", "a1").out())
                .startsWith("The database is at a1: nothing to do.\nThe run ended the hold of a downgrade of ");
        assertThat(shell.run("upgrade", "head", "--respect-hold").status()).isZero();
    }

    @Test
    void showsAHold() {
        shell.run("upgrade", "head");
        shell.run("downgrade", "a1");

        String held = "Held at a1 by a downgrade of ";
        assertThat(shell.run("current")).satisfies(current -> {
            assertThat(current.out()).isEqualTo("a1\n");
            assertThat(current.err()).startsWith(held);
        });
        assertThat(shell.run("history", "-i").err()).startsWith(held);
        assertThat(shell.run("history").err()).isEmpty();
        assertThat(shell.run("graph", "-i").err()).startsWith(held);
        assertThat(shell.run("validate")).satisfies(validation -> {
            assertThat(validation.status()).isZero();
            assertThat(validation.out()).contains(held);
        });
        assertThat(shell.run("upgrade", "head", "--plan").out())
                .startsWith("Would run upgrade a1 -> b1, make b1\n")
                .contains("The run would end the hold of a downgrade of ");
        assertThat(shell.run("current").err()).startsWith(held);
    }

    @Test
    void showsAHoldInJson() {
        shell.run("upgrade", "head");
        shell.run("downgrade", "base");

        assertThat(shell.run("current", "--json").out()).contains("\"held\" : true", "\"rows\" : [ ]", "\"since\" :");
        assertThat(shell.run("validate", "--json").out()).contains("\"held\" : true", "\"since\" :");
        assertThat(shell.run("history", "-i", "--json").out()).contains("\"held\" : true");
        assertThat(shell.run("graph", "-i", "--json").out()).contains("\"held\" : true");
        assertThat(shell.run("upgrade", "head", "--plan", "--json").out())
                .contains("\"held\" : false", "\"released\" : {", "\"since\" :");
        assertThat(shell.run("upgrade", "head", "--json").out()).contains("\"released\" : {");
        assertThat(shell.run("current", "--json").out()).contains("\"held\" : false", "\"hold\" : null");
    }

    private String rows() {
        return String.join("\n", database.query("SELECT version_num FROM alembic_version")) + "\n";
    }

    @Test
    void showsAPlanAndRunsNothing() {
        assertThat(shell.run("upgrade", "head", "--plan").out()).isEqualTo("""
            Would run upgrade  -> a1, make a1
            Would run upgrade a1 -> b1, make b1
            The database would go from base to b1.
            """);
        assertThat(database.query("SELECT to_regclass('alembic_version') IS NULL"))
                .containsExactly("t");
    }

    @Test
    void stampsWithoutRunningAnything() {
        assertThat(shell.run("stamp", "a1", "--reason", "made by hand").status())
                .isZero();

        assertThat(rows()).isEqualTo("a1\n");
        assertThat(database.query("SELECT to_regclass('t_a1') IS NULL")).containsExactly("t");
        assertThat(database.query("SELECT reason FROM retort_history WHERE operation = 'stamp'"))
                .containsExactly("made by hand");
    }

    @Test
    void makesTheTablesOfAnAdoptedSchema() {
        database.execute("CREATE TABLE already_here ()");
        Shell.Result refused = shell.run("upgrade", "head");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).startsWith("FAILED: ").contains("ensure_version", "stamp");

        assertThat(shell.run("ensure_version").status()).isZero();
        assertThat(shell.run("upgrade", "head").status()).isZero();
    }

    @Test
    void showsWhichStatementFailed() {
        new Project(folder, database.dataSource()).revision("c1", "b1", "SELECT 1;\nSELECT nothing;", "SELECT 2;");

        Shell.Result result = shell.run("upgrade", "head");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("FAILED: ")
                .contains("c1.sql", "column \"nothing\" does not exist")
                .doesNotContain("\tat ");
        assertThat(rows()).isEqualTo("b1\n");
        assertThat(shell.run("upgrade", "head", "--verbose").err()).contains("\tat ");
    }

    @Test
    void deletesUnknownRows() {
        shell.run("upgrade", "head");
        database.execute("UPDATE alembic_version SET version_num = 'gone'");
        assertThat(shell.run("upgrade", "head").status()).isEqualTo(1);

        assertThat(shell.run("stamp", "a1", "--purge").out())
                .matches("The database went from gone to a1 in \\d+ ms\\.\n");
        assertThat(rows()).isEqualTo("a1\n");
    }

    @Test
    void showsAChangedScriptAndAcceptsIt() {
        shell.run("upgrade", "head");
        assertThat(shell.run("validate"))
                .isEqualTo(new Shell.Result(0, "Scripts and history agree; 2 applied revisions were compared.\n", ""));
        new Project(folder, database.dataSource())
                .revision("b1", "a1", "CREATE TABLE t_b1 (id bigint);", "DROP TABLE t_b1;");

        Shell.Result found = shell.run("validate");
        assertThat(found.status()).isEqualTo(1);
        assertThat(found.out()).isEqualTo("""
            Changed: b1 (%1$s) differs from the applied text:
            --- as applied
            +++ %1$s
            @@ -3,7 +3,7 @@
             -- message: make b1
             \n\
             -- migrate: upgrade
            -CREATE TABLE t_b1 (id int);
            +CREATE TABLE t_b1 (id bigint);
             \n\
             -- migrate: downgrade
             DROP TABLE t_b1;
            Found: 1.
            """.formatted(folder.resolve("b1.sql")));
        assertThat(shell.run("validate", "--json").out())
                .contains("\"clean\" : false", "\"kind\" : \"changed\"", "+CREATE TABLE t_b1 (id bigint);");

        assertThat(shell.run("repair", "--accept").status()).isEqualTo(2);
        assertThat(shell.run("repair", "b1", "--accept", "--reason", "widened by hand")
                        .out())
                .isEqualTo("Revision b1: the script " + folder.resolve("b1.sql") + " is recorded as applied.\n");
        assertThat(shell.run("validate").status()).isZero();
        assertThat(shell.run("repair", "--accept", "--reason", "again").err())
                .startsWith("FAILED: There is no changed script to accept.");
        assertThat(shell.run("log", "--limit", "1").out()).contains("repair b1 succeeded");
    }

    @Test
    void findsWhatIsMissingAndSeveralHeads() {
        shell.run("upgrade", "head");
        new Project(folder, database.dataSource())
                .without("b1")
                .revision("c1", "a1", "SELECT 1;", "SELECT 1;")
                .revision("d1", "a1", "SELECT 1;", "SELECT 1;");

        Shell.Result found = shell.run("validate");

        assertThat(found.status()).isEqualTo(1);
        assertThat(found.out()).isEqualTo("""
            Missing: b1 is applied and has no script.
            Note: there are several heads, c1, d1; `merge` merges them.
            Found: 1.
            """);
    }

    @Test
    void refusesToRepairWhatIsNotInDoubt() {
        shell.run("upgrade", "head");

        assertThat(shell.run("repair", "a1", "--statement", "done").status()).isEqualTo(1);
        assertThat(shell.run("repair", "a1").status()).isEqualTo(2);
        assertThat(shell.run("repair", "--statement", "done").status()).isEqualTo(2);
        assertThat(shell.run("repair", "a1", "--statement", "done", "--accept").status())
                .isEqualTo(2);
    }
}
