/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.RetortException;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import dev.retort.status.RevisionState;
import dev.retort.status.RevisionStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class StampTests extends RunTestCase {

    @Test
    void setsTheRowsAndRunsNothing() {
        project.chain("a", "b");

        RunResult result = project.stamp("b");

        assertThat(result.after()).containsExactly("b");
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("b");
        assertThat(database.query("SELECT to_regclass('t_a')")).containsExactly("null");
        assertThat(database.query("SELECT operation, revision, rows_before, rows_after, principal FROM retort_history"))
                .containsExactly("stamp|b|{}|{b}|alice");
    }

    @Test
    void adoptsASchemaThatHasObjects() {
        project.chain("a", "b");
        database.execute("CREATE TABLE t_a (id int)");

        project.stamp("a");
        project.start();

        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("b");
        assertThat(project.start().steps()).isEmpty();
    }

    @Test
    void removesAllRowsAtTheBase() {
        project.chain("a").start();

        assertThat(project.stamp("base").after()).isEmpty();
        assertThat(database.query("SELECT version_num FROM alembic_version")).isEmpty();
    }

    @Test
    void setsTheRowsOfSeveralBranches() {
        project.chain("a")
                .revision("b1", "a", "SELECT 1;", "-- migrate: nothing")
                .revision("b2", "a", "SELECT 1;", "-- migrate: nothing");

        assertThat(project.stamp("heads").after()).containsExactly("b1", "b2");
    }

    @Test
    void deletesUnknownRowsWithPurge() {
        project.chain("a", "b").start();
        database.execute(
                "UPDATE alembic_version SET version_num = 'gone'", "INSERT INTO alembic_version VALUES ('b2')");
        RunRequest stamp = RunRequest.by("alice", "a");
        for (RunRequest request : List.of(stamp, stamp.withDryRun(true), RunRequest.by("alice", "base"))) {
            assertThatThrownBy(() -> project.retort().stamp(request))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("The database is at b2, gone")
                    .hasMessageContaining("--purge");
        }

        RunResult result = project.retort().stamp(stamp.withPurge(true));

        assertThat(result.before()).containsExactly("b2", "gone");
        assertThat(result.after()).containsExactly("a");
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("a");
        assertThat(database.query("SELECT rows_before, rows_after FROM retort_history ORDER BY id DESC LIMIT 1"))
                .containsExactly("{b2,gone}|{a}");
        assertThat(project.retort().stamp(stamp.withPurge(true)).before()).containsExactly("a");
    }

    @Test
    void leavesRevisionsThatWereOnlyStampedUncompared() {
        project.chain("a").stamp("a");
        project.revision("a", null, "CREATE TABLE other ();", "DROP TABLE other;");

        assertThat(project.start().steps()).isEmpty();
        assertThat(project.retort().status().revisions())
                .extracting(RevisionStatus::state)
                .containsExactly(RevisionState.APPLIED);
    }
}
