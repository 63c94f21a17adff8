/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.StartMode;
import dev.retort.run.PartialRevisionException;
import dev.retort.run.RepairRequest;
import dev.retort.run.Requester;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import dev.retort.run.StatementFailedException;
import dev.retort.settings.ChangedScripts;
import dev.retort.settings.LockTimeouts;
import dev.retort.settings.SessionSettings;
import dev.retort.settings.TransactionMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps that stopped in the middle: what may be repeated, what may not, and who says so. */
class DoubtTests extends RunTestCase {

    @BeforeEach
    void createAccount() {
        project.revision(
                        "a",
                        null,
                        "CREATE TABLE account (n int);\nINSERT INTO account VALUES (1);",
                        "DROP TABLE account;")
                .start();
    }

    private void revision(String upgrade) {
        project.script(
                "b",
                "-- revision: b\n-- down_revision: a\n\n-- migrate: upgrade\n" + upgrade
                        + "\n\n-- migrate: downgrade\n-- migrate: nothing\n");
    }

    @Test
    void neverRepeatsABlockThatMayHaveCommittedInside() {
        revision("-- migrate: autocommit\nDO $$ BEGIN UPDATE account SET n = n * 2; COMMIT;"
                + " RAISE lock_not_available; END $$;");

        assertThatThrownBy(project::start).isInstanceOf(StatementFailedException.class);
        assertThatThrownBy(project::start).isInstanceOf(PartialRevisionException.class);

        assertThat(database.query("SELECT n FROM account")).containsExactly("2");
        assertThat(history()).endsWith("upgrade|b|partial", "upgrade|b|partial");
    }

    @Test
    void continuesWhenAPersonSaysThatItIsDone() {
        neverRepeatsABlockThatMayHaveCommittedInside();

        project.retort()
                .repair(new RepairRequest("b", RepairRequest.Statement.DONE, Requester.operator("alice"), "looked"));
        project.start();

        assertThat(database.query("SELECT n FROM account")).containsExactly("2");
        assertThat(database.query("SELECT principal, reason FROM retort_history WHERE operation = 'repair'"))
                .containsExactly("alice|Statement 1 of revision b is done. looked");
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("b");
    }

    @Test
    void runsItAgainWhenAPersonSaysSo() {
        neverRepeatsABlockThatMayHaveCommittedInside();
        database.execute("UPDATE account SET n = 1");
        project.retort()
                .repair(new RepairRequest("b", RepairRequest.Statement.AGAIN, Requester.operator("alice"), null));

        assertThatThrownBy(project::start).isInstanceOf(StatementFailedException.class);

        assertThat(database.query("SELECT n FROM account")).containsExactly("2");
    }

    @Test
    void refusesToRepairWhatIsNotInDoubt() {
        assertThatThrownBy(() -> project.retort()
                        .repair(new RepairRequest(
                                "a", RepairRequest.Statement.DONE, Requester.operator("alice"), null)))
                .hasMessageContaining("no statement");
    }

    @Test
    void noticesAStatementThatWasAddedToAPartThatIsDone() {
        revision("CREATE TABLE t ();\n-- migrate: autocommit\nVACUUM missing;");
        assertThatThrownBy(project::start).isInstanceOf(StatementFailedException.class);
        revision("CREATE TABLE t ();\nALTER TABLE t ADD important text;\n-- migrate: autocommit\nVACUUM t;");

        assertThatThrownBy(project::start)
                .isInstanceOf(PartialRevisionException.class)
                .hasMessageContaining("edited");
    }

    @Test
    void noticesThatTheAutocommitPartWasTakenOut() {
        revision("UPDATE account SET n = n + 1;\n-- migrate: autocommit\nVACUUM missing;");
        assertThatThrownBy(project::start).isInstanceOf(StatementFailedException.class);
        revision("UPDATE account SET n = n + 1;");

        project.start();

        assertThat(database.query("SELECT n FROM account")).containsExactly("2");
    }

    @Test
    void startsAnOlderBuildWhileANewerOneIsInTheMiddle() {
        database.execute("INSERT INTO retort_progress (revision, operation, statement, fingerprint, state, run_id)"
                + " VALUES ('newer', 'upgrade', 1, 'x', 'intent', gen_random_uuid())");

        assertThat(project.start().steps()).isEmpty();
    }

    @Test
    void keepsAnEarlierHoldWhenALaterDowngradeFailsAtOnce() {
        project.revision("b", "a", "CREATE TABLE b ();", "DROP TABLE b;").start();
        project.downgrade("a");
        project.revision(
                "a", null, "CREATE TABLE account (n int);\nINSERT INTO account VALUES (1);", "DROP TABLE missing;");
        project.with(settings -> settings.changedScripts(ChangedScripts.IGNORE));
        assertThatThrownBy(() -> project.downgrade("base")).isInstanceOf(StatementFailedException.class);

        assertThat(project.start().held()).isTrue();
    }

    @Test
    void staysHeldForOlderBuildsWhenTheFirstNewRevisionFails() {
        project.revision("b", "a", "CREATE TABLE b ();", "DROP TABLE b;").start();
        project.downgrade("a");
        project.revision("c", "a", "SELECT 1/0;", "-- migrate: nothing").with(settings -> settings.target("c"));
        assertThatThrownBy(() -> project.retort().upgrade(RunRequest.atStartup("c")))
                .isInstanceOf(StatementFailedException.class);

        project.without("c");

        assertThat(project.start().held()).isTrue();
    }

    @Test
    void buildsNothingTwiceWhenADeadlockEndsAConcurrentBuild() throws SQLException {
        revision("-- migrate: autocommit\nCREATE INDEX CONCURRENTLY IF NOT EXISTS ix ON account (n);");
        try (Connection blocker = database.connect();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("INSERT INTO account VALUES (7)");
            project.with(
                    settings -> settings.session(new SessionSettings(null, null, "UTC", Duration.ofMillis(300), "test"))
                            .lockTimeouts(new LockTimeouts(
                                    Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMinutes(1))));
            assertThatThrownBy(project::start).hasMessageContaining("57014");
            blocker.rollback();
        }

        project.start();

        assertThat(database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix'::regclass"))
                .containsExactly("t");
    }

    @Test
    void writesItsTablesUnderItsOwnRoleAlsoInTheMiddle() {
        String role = database.name() + "_limited";
        database.execute("CREATE ROLE " + role);
        revision("SET ROLE " + role + ";\n-- migrate: autocommit\nVACUUM account;");

        project.start();

        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("b");
        database.execute("DROP ROLE " + role);
    }

    @Test
    void recordsWhereTheDatabaseReallyIsWhenAllRevisionsFailTogether() {
        project.with(settings -> settings.transaction(TransactionMode.ALL))
                .revision("b", "a", "CREATE TABLE b ();", "DROP TABLE b;")
                .revision("c", "b", "SELECT 1/0;", "-- migrate: nothing");

        assertThatThrownBy(project::start).isInstanceOf(StatementFailedException.class);

        assertThat(database.query("SELECT rows_after FROM retort_history WHERE outcome = 'failed'"))
                .containsExactly("{a}");
    }

    @Test
    void showsPlaceholdersAndNotTheirValues() {
        project.with(settings -> settings.placeholders(Map.of("secret", "hunter2")))
                .script(
                        "b",
                        "-- revision: b\n-- down_revision: a\n-- placeholders: true\n\n-- migrate: upgrade\n"
                                + "SELECT '${secret}'::date;\n\n-- migrate: downgrade\n-- migrate: nothing\n");

        RunResult plan = project.retort().upgrade(RunRequest.by("alice", "head").withDryRun(true));

        assertThat(plan.steps().get(0).sql()).containsExactly("SELECT '${secret}'::date;");
        assertThatThrownBy(project::start)
                .isInstanceOfSatisfying(
                        StatementFailedException.class,
                        e -> assertThat(e.statement().text()).contains("${secret}"));
    }

    @Test
    void validatesWithoutRightsOnTheHistory() {
        String role = database.name() + "_reader";
        database.execute("CREATE ROLE " + role);
        project.with(settings -> settings.session(new SessionSettings(null, role, "UTC", Duration.ZERO, "test")));

        assertThat(project.retort().start(StartMode.VALIDATE)).isPresent();
        database.execute("DROP ROLE " + role);
    }
}
