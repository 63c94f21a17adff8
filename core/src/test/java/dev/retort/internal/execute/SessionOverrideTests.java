/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.event.MigrationListener;
import dev.retort.run.LockLostException;
import dev.retort.run.RunResult;
import dev.retort.run.StatementFailedException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What a run overrides of the session, and a session that loses the lock between statements that commit on their own. */
class SessionOverrideTests extends RunTestCase {

    private final List<String> notices = new ArrayList<>();

    private RunResult startAndListen() {
        project.with(new MigrationListener() {
            @Override
            public void onNotice(String notice) {
                notices.add(notice);
            }
        });
        return project.start();
    }

    @Test
    void overridesReadOnlyTransactionsOfTheDatabaseAndSaysSo() {
        database.execute("ALTER DATABASE " + database.name() + " SET default_transaction_read_only = on");

        project.chain("a");

        assertThat(startAndListen().after()).containsExactly("a");

        assertThat(notices).singleElement().asString().contains("default_transaction_read_only = on", "sets it to off");
    }

    @Test
    void resetsTheReplicationRoleForEachRevisionAndSaysSo() {
        database.execute("ALTER DATABASE " + database.name() + " SET session_replication_role = replica");
        String report = "CREATE TABLE %s AS SELECT current_setting('session_replication_role') AS role;";
        project.revision(
                        "a", null, report.formatted("r1") + "\nSET session_replication_role = local;", "DROP TABLE r1;")
                .revision("b", "a", report.formatted("r2"), "DROP TABLE r2;");

        startAndListen();

        assertThat(database.query("SELECT role FROM r1 UNION ALL SELECT role FROM r2"))
                .containsExactly("origin", "origin");
        assertThat(notices).singleElement().asString().contains("session_replication_role = replica");
    }

    @Test
    void needsNoSuperuserWhereTheReplicationRoleIsWhatItShouldBe() {
        String role = database.name() + "_owner";
        database.execute(
                "CREATE ROLE " + role + " LOGIN",
                "ALTER DATABASE " + database.name() + " OWNER TO " + role,
                "ALTER SCHEMA public OWNER TO " + role);
        project.chain("a");
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(role);

        assertThat(project.on(source).start().after()).containsExactly("a");

        database.execute("REASSIGN OWNED BY " + role + " TO postgres", "DROP OWNED BY " + role, "DROP ROLE " + role);
    }

    @Test
    void saysThatARevisionIsPartialWhenAnAutocommitStatementReleasesTheLock() {
        project.script(
                "a",
                "-- revision: a\n\n-- migrate: upgrade\nCREATE TABLE t (id int);\n-- migrate: autocommit\n"
                        + "DO $$ BEGIN PERFORM pg_advisory_unlock_all(); END $$;\nCREATE TABLE after_it (id int);\n\n"
                        + "-- migrate: downgrade\n-- migrate: nothing\n");

        assertThatThrownBy(project::start)
                .isInstanceOf(LockLostException.class)
                .hasMessageContaining("2 statements of it committed before, and the revision is partial")
                .hasMessageNotContaining("rolled back");

        assertThat(history()).containsExactly("upgrade|a|partial");
        assertThat(database.query("SELECT to_regclass('t'), to_regclass('after_it'), count(*) FROM retort_progress"))
                .containsExactly("t|null|2");

        assertThat(project.start().after()).containsExactly("a");
        assertThat(database.query("SELECT to_regclass('after_it')")).containsExactly("after_it");
    }

    @Test
    void keepsDetailAndHintOfAFailure() {
        project.revision(
                "a",
                null,
                "DO $$ BEGIN RAISE EXCEPTION 'no' USING DETAIL = 'because', HINT = 'do this'; END $$;",
                "SELECT 1;");

        assertThatThrownBy(project::start).isInstanceOf(StatementFailedException.class);

        assertThat(database.query("SELECT message, detail, hint FROM retort_history"))
                .containsExactly("no|because|do this");
        assertThat(project.retort().log(1, null))
                .singleElement()
                .satisfies(entry -> assertThat(entry.failure()).isNotNull().satisfies(failure -> {
                    assertThat(failure.detail()).isEqualTo("because");
                    assertThat(failure.hint()).isEqualTo("do this");
                }));
    }

    @Test
    void readsAndExtendsAHistoryOfAnOlderBuild() {
        project.chain("a", "b").upgrade("a");
        database.execute("ALTER TABLE retort_history DROP COLUMN detail, DROP COLUMN hint");

        assertThat(project.retort().log(5, null)).hasSize(1);
        assertThat(project.start().after()).containsExactly("b");
        assertThat(database.query("SELECT count(detail) FROM retort_history")).containsExactly("0");
    }
}
