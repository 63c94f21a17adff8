/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.RetortException;
import dev.retort.internal.sql.Fingerprint;
import dev.retort.run.PartialRevisionException;
import dev.retort.run.StatementFailedException;
import dev.retort.settings.LockTimeouts;
import dev.retort.settings.TransactionMode;
import dev.retort.status.RevisionState;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AutocommitTests extends RunTestCase {

    private static final String INDEX = "CREATE UNIQUE INDEX CONCURRENTLY ix ON t_a (id) WHERE id > 0;";

    @BeforeEach
    void createTable() {
        project.chain("a").start();
    }

    private void revision(String upgrade) {
        project.script(
                "b",
                "-- revision: b\n-- down_revision: a\n\n-- migrate: upgrade\n" + upgrade
                        + "\n\n-- migrate: downgrade\n-- migrate: nothing\n");
    }

    private void intent(int statement, String sql, String definition) {
        // What an instance leaves that was killed while the statement ran.
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add("statement", sql);
        fingerprint.add("data", "null");
        database.execute(
                "INSERT INTO retort_progress (revision, operation, statement, fingerprint, state, definition, run_id)"
                        + " VALUES ('b', 'upgrade', " + statement + ", '" + fingerprint.hex() + "', 'intent', "
                        + (definition.isEmpty() ? "NULL" : "'" + definition + "'") + ", gen_random_uuid())");
    }

    private String ddl() {
        return INDEX.substring(0, INDEX.length() - 1);
    }

    private String indexState() {
        return database.query("SELECT string_agg(indisvalid::text, '') FROM pg_index"
                        + " WHERE indexrelid = to_regclass('ix')")
                .get(0);
    }

    @Test
    void runsPartsInOrderAndLeavesNoProgressBehind() {
        revision("INSERT INTO t_a VALUES (1);\n-- migrate: autocommit\n" + INDEX
                + "\n-- migrate: transaction\nINSERT INTO t_a VALUES (2);");

        project.start();

        assertThat(database.query("SELECT count(*) FROM t_a")).containsExactly("2");
        assertThat(indexState()).isEqualTo("true");
        assertThat(database.query("SELECT count(*) FROM retort_progress")).containsExactly("0");
        assertThat(history()).containsExactly("upgrade|a|succeeded", "upgrade|b|succeeded");
    }

    @Test
    void continuesWhereItStopped() {
        revision("INSERT INTO t_a VALUES (1);\n-- migrate: autocommit\nVACUUM t_a;\n"
                + "-- migrate: transaction\nINSERT INTO missing VALUES (2);");
        assertThatThrownBy(project::start).isInstanceOf(StatementFailedException.class);
        assertThat(history()).contains("upgrade|b|partial");
        assertThat(project.retort().status().revisions().get(0).state()).isEqualTo(RevisionState.PARTIAL);

        database.execute("CREATE TABLE missing (id int)");
        project.start();

        assertThat(database.query("SELECT * FROM t_a")).containsExactly("1");
        assertThat(database.query("SELECT * FROM missing")).containsExactly("2");
    }

    @Test
    void refusesToContinueWhenTheScriptWasEditedInBetween() {
        revision("INSERT INTO t_a VALUES (1);\n-- migrate: autocommit\nVACUUM t_a;\n"
                + "-- migrate: transaction\nINSERT INTO missing VALUES (2);");
        assertThatThrownBy(project::start).isInstanceOf(StatementFailedException.class);
        revision("INSERT INTO t_a VALUES (7);\n-- migrate: autocommit\nVACUUM t_a;");

        assertThatThrownBy(project::start)
                .isInstanceOf(PartialRevisionException.class)
                .hasMessageContaining("edited");
    }

    @Test
    void recordsAsFailedWhatLeftNothingBehind() {
        revision("-- migrate: autocommit\nVACUUM missing;");

        assertThatThrownBy(project::start).isInstanceOf(StatementFailedException.class);

        assertThat(history()).contains("upgrade|b|failed");
        assertThat(database.query("SELECT count(*) FROM retort_progress")).containsExactly("0");
    }

    @Test
    void buildsAnIndexAgainThatAFailedBuildLeftInvalid() {
        database.execute("INSERT INTO t_a VALUES (1), (1)");
        revision("-- migrate: autocommit\n" + INDEX);
        assertThatThrownBy(project::start).hasMessageContaining("23505");
        assertThat(indexState()).isEqualTo("false");

        database.execute("DELETE FROM t_a");
        project.start();

        assertThat(indexState()).isEqualTo("true");
    }

    @Test
    void takesAValidIndexOfADeadBuildForDone() {
        revision("-- migrate: autocommit\n" + INDEX);
        intent(1, ddl(), "UNIQUE USING btree (id) WHERE (id > 0)");
        database.execute(ddl());

        project.start();

        assertThat(indexState()).isEqualTo("true");
        assertThat(history()).contains("upgrade|b|succeeded");
    }

    @Test
    void leavesAnotherIndexOfThatNameAlone() {
        revision("-- migrate: autocommit\n" + INDEX);
        intent(1, ddl(), "UNIQUE USING btree (id) WHERE (id > 0)");
        database.execute(
                "CREATE INDEX ix ON t_a (id)",
                "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix'::regclass");

        assertThatThrownBy(project::start).isInstanceOf(PartialRevisionException.class);

        assertThat(indexState()).isEqualTo("false");
    }

    @Test
    void refusesAnInvalidIndexThatIfNotExistsWouldPassOver() {
        revision("-- migrate: autocommit\nCREATE INDEX CONCURRENTLY IF NOT EXISTS ix ON t_a (id);");
        database.execute(
                "CREATE INDEX ix ON t_a (id)",
                "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix'::regclass");

        assertThatThrownBy(project::start)
                .isInstanceOf(PartialRevisionException.class)
                .hasMessageContaining("INVALID");
    }

    @Test
    void needsARepairForAStatementOfUnknownOutcome() {
        revision("-- migrate: autocommit\nUPDATE t_a SET id = id + 1;");
        intent(1, "UPDATE t_a SET id = id + 1", "");

        assertThatThrownBy(project::start)
                .isInstanceOf(PartialRevisionException.class)
                .hasMessageContaining("repair --statement done");
    }

    @Test
    void leavesNoIntentOfAStatementThatWasNotSent() {
        // The server takes no timeout of a month.
        project.with(settings ->
                settings.lockTimeouts(new LockTimeouts(Duration.ofDays(30), Duration.ofDays(30), Duration.ZERO)));
        revision("-- migrate: autocommit\nUPDATE t_a SET id = id + 1;");

        assertThatThrownBy(project::start).hasMessageContaining("lock_timeout");

        assertThat(database.query("SELECT count(*) FROM retort_progress")).containsExactly("0");
        assertThat(history()).contains("upgrade|b|failed");
    }

    @Test
    void refusesOneTransactionForAll() {
        project.with(settings -> settings.transaction(TransactionMode.ALL));
        revision("-- migrate: autocommit\nVACUUM t_a;");

        assertThatThrownBy(project::start)
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("retort.transaction=per-revision");
    }
}
