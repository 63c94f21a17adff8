/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.RetortException;
import dev.retort.graph.GraphException;
import dev.retort.run.FailedStatement;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import dev.retort.run.StatementFailedException;
import dev.retort.run.StepResult;
import dev.retort.settings.TransactionMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

class UpgradeTests extends RunTestCase {

    @Test
    void bringsAnEmptyDatabaseToHead() {
        RunResult result = project.chain("a", "b", "c").start();

        assertThat(result.before()).isEmpty();
        assertThat(result.after()).containsExactly("c");
        assertThat(result.steps()).extracting(StepResult::revision).containsExactly("a", "b", "c");
        assertThat(result.found()).isEqualTo(3);
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("c");
        assertThat(database.query("SELECT to_regclass('t_a'), to_regclass('t_b'), to_regclass('t_c')"))
                .containsExactly("t_a|t_b|t_c");
    }

    @Test
    void doesNothingAtHead() {
        project.chain("a", "b").start();

        RunResult second = project.start();

        assertThat(second.steps()).isEmpty();
        assertThat(second.before()).containsExactly("b");
        assertThat(second.after()).containsExactly("b");
        assertThat(history()).hasSize(2);
    }

    @Test
    void recordsEachStepWithItsCircumstances() {
        project.chain("a").start();

        assertThat(database.query("SELECT operation, revision, down_revisions, rows_before, rows_after, description,"
                        + " outcome, checksum ~ '^[0-9a-f]{64}$', database_user, duration_ms >= 0,"
                        + " started_at <= clock_timestamp() FROM retort_history"))
                .containsExactly("upgrade|a|{}|{}|{a}|make a|succeeded|t|postgres|t|t");
    }

    @Test
    void keepsTheTextOfScripts() {
        project.chain("a").start();

        assertThat(database.query("SELECT text LIKE '%CREATE TABLE t_a%' FROM retort_script s"
                        + " JOIN retort_history h USING (checksum) WHERE h.revision = 'a'"))
                .containsExactly("t");
    }

    @Test
    void keepsNoTextWhenItMayNot() {
        project.with(settings -> settings.scriptTextLimit(0)).chain("a").start();

        assertThat(database.query("SELECT count(*) FROM retort_script")).containsExactly("0");
    }

    @Test
    void warnsWhenATextIsTooLargeToBeKeptAndADowngradeNamesTheLimit() {
        Logger logger = Logger.getLogger("dev.retort.internal.history.RevisionToRecord");
        List<String> warnings = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                warnings.add(line.getLevel() + " " + new SimpleFormatter().formatMessage(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        try {
            project.with(settings -> settings.scriptTextLimit(200))
                    .chain("a")
                    .revision("b", "a", "SELECT '" + "x".repeat(200) + "';", "SELECT 1;")
                    .start();
        } finally {
            logger.removeHandler(handler);
        }

        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("WARNING The script of revision b has ")
                .contains("retort.script-text-limit is 200");
        assertThatThrownBy(() -> project.without("b").downgrade("a"))
                .hasMessageContaining("There is no script of revision b.")
                .hasMessageContaining("retort.script-text-limit");
    }

    @Test
    void followsBranchesAndMerges() {
        project.chain("a")
                .revision("b1", "a", "CREATE TABLE b1 ();", "DROP TABLE b1;")
                .revision("b2", "a", "CREATE TABLE b2 ();", "DROP TABLE b2;");
        assertThatThrownBy(project::start).isInstanceOf(GraphException.class).hasMessageContaining("b1");

        project.upgrade("heads");
        assertThat(database.query("SELECT version_num FROM alembic_version ORDER BY 1"))
                .containsExactly("b1", "b2");

        project.revision("m", "b1, b2", "CREATE TABLE m ();", "DROP TABLE m;").start();
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("m");
    }

    @Test
    void goesOnlyAsFarAsAsked() {
        project.chain("a", "b", "c").upgrade("+1");

        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("a");
    }

    @Test
    void rollsBackTheRevisionThatFailsAndKeepsTheOnesBefore() {
        project.chain("a")
                .revision(
                        "b", "a", "CREATE TABLE half ();\n\nINSERT INTO missing\n VALUES (1);", "-- migrate: nothing");

        assertThatThrownBy(project::start).isInstanceOfSatisfying(StatementFailedException.class, failure -> {
            FailedStatement statement = failure.statement();
            assertThat(statement.revision()).isEqualTo("b");
            assertThat(statement.file()).endsWith("b.sql");
            assertThat(statement.line()).isEqualTo(8);
            assertThat(statement.text()).startsWith("INSERT INTO missing");
            assertThat(statement.sqlState()).isEqualTo("42P01");
            assertThat(statement.message()).isEqualTo("relation \"missing\" does not exist");
        });

        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("a");
        assertThat(database.query("SELECT to_regclass('half')")).containsExactly("null");
        assertThat(database.query("SELECT operation, revision, outcome, sqlstate, message, file ~ 'b.sql$', line,"
                        + " rows_after FROM retort_history WHERE outcome <> 'succeeded'"))
                .containsExactly("upgrade|b|failed|42P01|relation \"missing\" does not exist|t|8|{a}");
    }

    @Test
    void continuesAfterTheScriptIsFixed() {
        project.chain("a").revision("b", "a", "SELECT 1/0;", "-- migrate: nothing");
        assertThatThrownBy(project::start).isInstanceOf(StatementFailedException.class);

        project.revision("b", "a", "CREATE TABLE b ();", "DROP TABLE b;").start();

        assertThat(history()).containsExactly("upgrade|a|succeeded", "upgrade|b|failed", "upgrade|b|succeeded");
    }

    @Test
    void namesTheScriptWhenTheCommitFails() {
        project.revision(
                "a",
                null,
                "CREATE TABLE p (id int PRIMARY KEY);\n"
                        + "CREATE TABLE c (p int REFERENCES p DEFERRABLE INITIALLY DEFERRED);\n"
                        + "INSERT INTO c VALUES (1);",
                "DROP TABLE c, p;");

        assertThatThrownBy(project::start)
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("a.sql")
                .hasMessageContaining("23503");
        assertThat(history()).containsExactly("upgrade|a|failed");
    }

    @Test
    void runsAllRevisionsInOneTransactionWhenAsked() {
        project.with(settings -> settings.transaction(TransactionMode.ALL))
                .chain("a", "b")
                .revision("c", "b", "SELECT 1/0;", "-- migrate: nothing");

        assertThatThrownBy(project::start).isInstanceOf(StatementFailedException.class);

        assertThat(database.query("SELECT count(*) FROM alembic_version")).containsExactly("0");
        assertThat(database.query("SELECT to_regclass('t_a')")).containsExactly("null");
        assertThat(history()).containsExactly("upgrade|c|failed");
    }

    @Test
    void refusesIdsThatAlembicsColumnDoesNotTake() {
        database.execute("CREATE TABLE alembic_version (version_num varchar(32) NOT NULL,"
                + " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))");
        String id = "a_rather_long_revision_id_with_more_than_32";
        project.revision(id, null, "CREATE TABLE t ();", "DROP TABLE t;");

        assertThatThrownBy(project::start)
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("takes 32")
                .hasMessageContaining("ALTER COLUMN version_num TYPE varchar(128)");
        assertThat(database.query("SELECT to_regclass('t')")).containsExactly("null");
    }

    @Test
    void continuesWhereAlembicStopped() {
        project.chain("a", "b");
        database.execute(
                "CREATE TABLE t_a (id int)",
                "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL,"
                        + " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))",
                "INSERT INTO alembic_version VALUES ('a')");
        assertThat(project.retort().status().current()).containsExactly("a");
        assertThat(database.query("SELECT to_regclass('retort_history')")).containsExactly("null");

        project.start();

        assertThat(history()).containsExactly("upgrade|b|succeeded");
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("b");
    }

    @Test
    void replacesPlaceholdersOnlyInScriptsThatDeclareThem() {
        project.with(settings -> settings.placeholders(Map.of("who", "world")))
                .script(
                        "a",
                        "-- revision: a\n-- placeholders: true\n\n-- migrate: upgrade\n"
                                + "CREATE TABLE greeting AS SELECT 'hello ${who}' AS text;\n"
                                + "-- migrate: downgrade\nDROP TABLE greeting;\n")
                .revision("b", "a", "INSERT INTO greeting VALUES ('${who}');", "-- migrate: nothing")
                .start();

        assertThat(database.query("SELECT text FROM greeting")).containsExactly("hello world", "${who}");
    }

    @Test
    void refusesAMissingPlaceholderBeforeAnythingRuns() {
        project.chain("a")
                .script(
                        "b",
                        "-- revision: b\n-- down_revision: a\n-- placeholders: true\n\n-- migrate: upgrade\n"
                                + "SELECT '${missing}';\n-- migrate: downgrade\n-- migrate: nothing\n");

        assertThatThrownBy(project::start).hasMessageContaining("retort.placeholders.missing");
        assertThat(database.query("SELECT to_regclass('t_a')")).containsExactly("null");
    }

    @Test
    void copiesData() {
        project.revision(
                        "a",
                        null,
                        "CREATE TABLE t (id int, name text);\nCOPY t (id, name) FROM stdin;\n1\tone\n2\t\\N\n\\.\n",
                        "DROP TABLE t;")
                .start();

        assertThat(database.query("SELECT * FROM t ORDER BY id")).containsExactly("1|one", "2|null");
    }

    @Test
    void plansWithoutRunningWhenDry() {
        project.chain("a", "b");

        RunResult plan = project.retort().upgrade(RunRequest.by("alice", "head").withDryRun(true));

        assertThat(plan.steps()).extracting(StepResult::revision).containsExactly("a", "b");
        assertThat(plan.steps().get(0).sql()).containsExactly("CREATE TABLE t_a (id int);");
        assertThat(plan.after()).containsExactly("b");
        assertThat(database.query("SELECT to_regclass('alembic_version')")).containsExactly("null");
    }
}
