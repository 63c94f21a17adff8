/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.StartMode;
import dev.retort.run.ChangedScript;
import dev.retort.run.ChangedScriptException;
import dev.retort.run.LockLostException;
import dev.retort.run.NonEmptySchemaException;
import dev.retort.run.NotAtTargetException;
import dev.retort.run.RunResult;
import dev.retort.run.UnknownRevisionsException;
import dev.retort.settings.ChangedScripts;
import dev.retort.settings.NonEmptySchemaPolicy;
import dev.retort.settings.SessionSettings;
import dev.retort.status.RevisionState;
import dev.retort.status.RevisionStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is refused, noticed or let pass before and while something runs. */
class SafetyTests extends RunTestCase {

    @Test
    void refusesASchemaThatHasObjectsButNoVersionTable() {
        database.execute("CREATE TABLE legacy (id int)");

        assertThatThrownBy(() -> project.chain("a").start())
                .isInstanceOf(NonEmptySchemaException.class)
                .hasMessageContaining("table legacy")
                .hasMessageContaining("ensure_version");
        assertThat(database.query("SELECT to_regclass('alembic_version')")).containsExactly("null");
    }

    @Test
    void runsFromTheBaseAfterEnsureVersion() {
        database.execute("CREATE TABLE legacy (id int)");
        project.chain("a").retort().ensureVersion();

        assertThat(project.start().after()).containsExactly("a");
    }

    @Test
    void runsOnASchemaThatHasObjectsWhenAsked() {
        database.execute("CREATE TYPE mood AS ENUM ('sad')");

        assertThat(project.with(settings -> settings.onNonEmptySchema(NonEmptySchemaPolicy.RUN))
                        .chain("a")
                        .start()
                        .after())
                .containsExactly("a");
    }

    @Test
    void takesObjectsOfExtensionsForNobodys() {
        database.execute("CREATE EXTENSION hstore");

        assertThat(project.chain("a").start().after()).containsExactly("a");
    }

    @Test
    void refusesToContinueWhenAnAppliedScriptWasChanged() {
        project.chain("a").start();
        project.chain("a", "b").revision("a", null, "CREATE TABLE t_a (id bigint);", "DROP TABLE t_a;");

        assertThatThrownBy(project::start)
                .isInstanceOfSatisfying(
                        ChangedScriptException.class,
                        e -> assertThat(e.scripts())
                                .extracting(ChangedScript::revision)
                                .containsExactly("a"));
        assertThat(project.retort().status().revisions())
                .extracting(RevisionStatus::state)
                .containsExactly(RevisionState.PENDING, RevisionState.CHANGED);
    }

    @Test
    void refusesAChangedScriptAtHeadToo() {
        project.chain("a").start();
        project.revision("a", null, "CREATE TABLE t_a (id bigint);", "DROP TABLE t_a;");

        assertThatThrownBy(project::start).isInstanceOf(ChangedScriptException.class);
        assertThat(project.with(settings -> settings.changedScripts(ChangedScripts.WARN))
                        .start()
                        .steps())
                .isEmpty();
    }

    @Test
    void doesNotMindCommentsAndWhiteSpace() {
        project.chain("a").start();
        project.revision("a", null, "-- better explained\nCREATE  TABLE t_a (\n  id int\n);", "DROP TABLE t_a;");

        assertThat(project.start().steps()).isEmpty();
    }

    @Test
    void startsAnOlderBuildOnANewerDatabase() {
        project.chain("a", "b", "c").start();
        project.without("c");

        RunResult result = project.start();

        assertThat(result.ahead()).isTrue();
        assertThat(result.steps()).isEmpty();
        assertThat(project.retort().status().ahead()).isTrue();
        assertThat(project.retort().status().revisions().get(0).state()).isEqualTo(RevisionState.UNKNOWN);
    }

    @Test
    void refusesAnOlderBuildThatHasSomethingElseToo() {
        project.chain("a", "b").start();
        project.without("b").revision("x", "a", "CREATE TABLE x ();", "DROP TABLE x;");

        assertThatThrownBy(project::start)
                .isInstanceOf(UnknownRevisionsException.class)
                .hasMessageContaining("b");
    }

    @Test
    void refusesUnrecordedRows() {
        database.execute(
                "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)",
                "INSERT INTO alembic_version VALUES ('ghost')");

        assertThatThrownBy(() -> project.chain("a").start())
                .isInstanceOf(UnknownRevisionsException.class)
                .hasMessageContaining("ghost");
    }

    @Test
    void refusesWhenAScriptGivesTheLockAway() {
        project.revision(
                "a",
                null,
                "CREATE TABLE t ();\nDO $$ BEGIN PERFORM pg_advisory_unlock_all(); END $$;",
                "DROP TABLE t;");

        assertThatThrownBy(project::start).isInstanceOf(LockLostException.class);
        assertThat(database.query("SELECT to_regclass('t')")).containsExactly("null");
    }

    @Test
    void runsScriptsUnderTheSameSettingsWhateverTheScriptBeforeDid() {
        String report = "CREATE TABLE %s AS SELECT current_setting('TimeZone') AS zone,"
                + " current_setting('search_path') AS path, current_setting('statement_timeout') AS timeout, current_user AS who;";
        database.execute(
                "ALTER DATABASE " + database.name() + " SET statement_timeout = '7s'",
                "CREATE ROLE " + database.name() + "_other");
        project.revision(
                        "a",
                        null,
                        report.formatted("r1") + "\nSET TimeZone = 'Asia/Tokyo';\nSET search_path = pg_catalog;\n"
                                + "SET statement_timeout = '1h';\nSET ROLE " + database.name() + "_other;",
                        "DROP TABLE r1;")
                .revision("b", "a", report.formatted("r2"), "DROP TABLE r2;")
                .start();

        assertThat(database.query("SELECT * FROM r2"))
                .isEqualTo(database.query("SELECT * FROM r1"))
                .containsExactly("UTC|\"$user\", public|0|postgres");
        database.execute("DROP ROLE " + database.name() + "_other");
    }

    @Test
    void runsInASeparateSchema() {
        project.with(settings -> settings.createSchema(true)
                        .session(new SessionSettings("Order Desk", null, "UTC", Duration.ZERO, "test")))
                .chain("a")
                .start();

        assertThat(database.query("SELECT schemaname, tablename FROM pg_tables"
                        + " WHERE tablename IN ('t_a', 'alembic_version', 'retort_history') ORDER BY 2"))
                .containsExactly("Order Desk|alembic_version", "Order Desk|retort_history", "Order Desk|t_a");
        assertThat(project.start().steps()).isEmpty();
    }

    @Test
    void validatesWithoutChangingAnything() {
        project.chain("a");
        assertThatThrownBy(() -> project.retort().start(StartMode.VALIDATE))
                .isInstanceOfSatisfying(
                        NotAtTargetException.class, e -> assertThat(e.pending()).containsExactly("a"));
        assertThat(database.query("SELECT to_regclass('alembic_version')")).containsExactly("null");

        project.start();

        assertThat(project.retort().start(StartMode.VALIDATE)).isPresent();
    }

    @Test
    void leavesTheTablesToTheOwnerButForReadingVersions() {
        project.chain("a").start();
        String reader = database.name() + "_reader";
        database.execute("CREATE ROLE " + reader);

        assertThat(database.query("SELECT has_table_privilege('" + reader + "', 'alembic_version', 'SELECT'),"
                        + " has_table_privilege('" + reader + "', 'alembic_version', 'INSERT'),"
                        + " has_table_privilege('" + reader + "', 'retort_history', 'SELECT'),"
                        + " has_table_privilege('" + reader + "', 'retort_script', 'SELECT')"))
                .containsExactly("t|f|f|f");
        database.execute("DROP ROLE " + reader);
    }
}
