/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.retort.error.RetortException;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.squash.SquashRange;
import dev.retort.run.AcceptRequest;
import dev.retort.run.ChangedScriptException;
import dev.retort.run.Requester;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import dev.retort.status.ValidationFinding;
import dev.retort.test.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The script of a squashed revision: what is compared with it, and what databases and scripts for psql have of it. */
class SquashedScriptTests extends SquashTestCase {

    @Test
    void refusesARevisionThatIsReplacedAndThere() {
        after.revision("c", "a", "SELECT 1;", "-- migrate: nothing");

        assertThatThrownBy(() -> after.upgrade("heads"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("d.sql")
                .hasMessageContaining("It replaces revision c, which is ")
                .hasMessageContaining(
                        "c.sql too. Delete one of the two files; after a `squash` that was interrupted, run `squash`"
                                + " again to finish it.");
    }

    @Test
    void scriptsForPsqlWriteTheSameRows() {
        after.upgrade("heads");
        Project offline = after.on(database.dataSource());
        String up = offline.retort().offline().upgrade(RunRequest.by("alice", "heads"));
        assertThat(Psql.DRIVER.run(up, database, folder)).isNull();
        String columns =
                "SELECT concat_ws(' ', operation, revision, down_revisions, depends_on, rows_before, rows_after,"
                        + " checksum, reason, description, message) FROM retort_history ORDER BY id";
        assertThat(database.query(columns)).isEqualTo(other.query(columns)).hasSize(5);
        assertThat(database.query("SELECT checksum FROM retort_script ORDER BY 1"))
                .isEqualTo(other.query("SELECT checksum FROM retort_script ORDER BY 1"));

        after.downgrade("a");
        String down = offline.retort().offline().downgrade(RunRequest.by("alice", "e:a"));
        assertThat(Psql.DRIVER.run(down, database, folder)).isNull();
        assertThat(database.query(columns)).isEqualTo(other.query(columns));
        assertThat(before.start().held()).isTrue();

        String stamp = offline.retort().offline().stamp(RunRequest.by("alice", "a:d"));
        assertThat(Psql.DRIVER.run(stamp, database, folder)).isNull();
        assertThat(before.retort().validate().findings()).isEmpty();
        String nothing = before.retort().offline().upgrade(RunRequest.by("alice", "d:d"));
        assertThat(Psql.DRIVER.run(nothing, database, folder)).isNull();
    }

    @Test
    void comparesTheScriptThatRan() {
        after.upgrade("heads");
        Project old = before.on(other.dataSource());
        SquashRange squash = SquashRange.of(Revisions.of(before.retort().scripts()), "b:d");
        after.script(
                "d", script(squash, "CREATE TABLE t_b (id bigint);\nCREATE TABLE t_c (id int);\nCREATE TABLE t_d ();"));

        assertThatThrownBy(after::start).isInstanceOf(ChangedScriptException.class);
        assertThat(after.retort().validate().findings())
                .extracting(ValidationFinding::kind, ValidationFinding::revision)
                .containsExactly(tuple(ValidationFinding.Kind.CHANGED, "d"));
        assertThat(after.retort().validate().findings().get(0).appliedText()).contains("CREATE TABLE t_b (id int);");
        assertThat(after.on(database.dataSource()).upgrade("heads").after()).containsExactly("e");

        after.retort().accept(new AcceptRequest(List.of(), Requester.operator("alice"), "a test"));
        assertThat(after.start().steps()).isEmpty();
        assertThat(old.start().steps()).isEmpty();
    }

    @Test
    void comparesWhatItReplacesWhereThatRan() {
        before.upgrade("heads");
        before.revision("c", "b", "CREATE TABLE t_c (id bigint);", "DROP TABLE t_c;");
        Project fresh = squashed("later", "b:d").on(database.dataSource());

        assertThatThrownBy(fresh::start)
                .isInstanceOf(ChangedScriptException.class)
                .hasMessageContaining("c");
    }

    @Test
    void anOlderBuildReversesItWithTheScriptThatTheDatabaseKeeps() {
        after.upgrade("heads");
        Project older = build("older", other).chain("a");

        assertThat(older.start().ahead()).isTrue();
        RunResult result = older.downgrade("a");

        assertThat(result.steps()).extracting(step -> step.revision()).containsExactly("e", "d");
        assertThat(rows(other)).containsExactly("a");
        assertThat(before.on(other.dataSource()).upgrade("heads").after()).containsExactly("e");
    }

    @Test
    void isSquashedAgain() {
        after.upgrade("heads");
        Revisions revisions = Revisions.of(after.retort().scripts());
        SquashRange again = SquashRange.of(revisions, "a:d");
        Project shorter = build("shorter", other).chain("a", "e").without("a");
        shorter.script("e", read(folder.resolve("after/e.sql")));
        StringBuilder keys = new StringBuilder();
        again.headerKeys().forEach((key, value) -> keys.append("-- " + key + ": " + value + "\n"));
        shorter.script(
                "d",
                "-- revision: d\n" + keys + "\n-- migrate: upgrade\nCREATE TABLE t_a ();\nCREATE TABLE t_b ();\n"
                        + "CREATE TABLE t_c ();\nCREATE TABLE t_d ();\n\n-- migrate: downgrade\nDROP TABLE t_a, t_b,"
                        + " t_c, t_d;\n");

        assertThat(again.squash().ids()).containsExactly("a", "b", "c");
        assertThat(shorter.start().steps()).isEmpty();
        assertThat(shorter.retort().validate().findings()).isEmpty();
        assertThat(shorter.downgrade("base").after()).isEmpty();
        assertThat(shorter.upgrade("heads").after()).containsExactly("e");
        assertThat(before.on(other.dataSource()).start().steps()).isEmpty();
    }

    @Test
    void aLabelInsideMeansTheLast() {
        Project labeled = build("labeled", database)
                .script(
                        "a",
                        "-- revision: a\n\n-- migrate: upgrade\nSELECT 1;\n-- migrate: downgrade\n-- migrate: nothing\n")
                .script(
                        "b",
                        "-- revision: b\n-- down_revision: a\n-- branch_labels: billing\n\n-- migrate: upgrade\nSELECT"
                                + " 1;\n-- migrate: downgrade\n-- migrate: nothing\n");
        SquashRange range = SquashRange.of(Revisions.of(labeled.retort().scripts()), "a:b");

        assertThat(range.place().branchLabels()).containsExactly("billing");
        assertThat(range.place().downRevisions()).isEmpty();
        assertThat(new ArrayList<>(range.headerKeys().keySet())).containsExactly("replaces", "squashed_checksum");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
