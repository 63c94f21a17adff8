/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.retort.error.RetortException;
import dev.retort.graph.GraphException;
import dev.retort.internal.plan.PartlySquashedException;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.squash.SquashRange;
import dev.retort.run.AcceptRequest;
import dev.retort.run.ChangedScriptException;
import dev.retort.run.Requester;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import dev.retort.status.Finding;
import dev.retort.status.MigrationStatus;
import dev.retort.status.RevisionState;
import dev.retort.status.RevisionStatus;
import dev.retort.test.Project;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A squashed revision in databases that came by its own way, by that of the revisions it replaces, or by another tool's. */
class SquashedRevisionTests extends RunTestCase {

    private static final String HISTORY =
            "SELECT concat_ws(' ', operation, revision, down_revisions, depends_on, rows_before, rows_after, checksum)"
                    + " FROM retort_history WHERE operation IN ('upgrade', 'downgrade') ORDER BY id";

    private TestDatabase other = TestDatabase.none();
    /** The revisions from a to e, of which the build after the squash has b, c and d as one. */
    private Project before = project;

    private Project after = project;

    @BeforeEach
    void makeBuilds() {
        other = TestDatabase.create();
        before = build("before", database).chain("a", "b", "c", "d", "e");
        after = squashed("after", "b:d");
    }

    @AfterEach
    void dropOther() {
        other.close();
    }

    private Project build(String name, TestDatabase on) {
        try {
            return new Project(Files.createDirectories(folder.resolve(name)), on.dataSource());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Project squashed(String name, String range) {
        Revisions revisions = Revisions.of(before.retort().scripts());
        SquashRange squash = SquashRange.of(revisions, range);
        Project build = build(name, other).chain("a", "b", "c", "d", "e");
        squash.squash().ids().forEach(build::without);
        build.script(
                "d",
                script(squash, "CREATE TABLE t_b (id int);\nCREATE TABLE t_c (id int);\nCREATE TABLE t_d (id int);"));
        return build;
    }

    private static String script(SquashRange squash, String upgrade) {
        StringBuilder keys = new StringBuilder();
        squash.headerKeys().forEach((key, value) -> keys.append("-- " + key + ": " + value + "\n"));
        return "-- revision: d\n-- down_revision: a\n-- message: make b, c and d\n" + keys + "\n-- migrate: upgrade\n"
                + upgrade + "\n\n-- migrate: downgrade\nDROP TABLE t_d;\nDROP TABLE t_c;\nDROP TABLE t_b;\n";
    }

    private static List<String> rows(TestDatabase one) {
        return one.query("SELECT version_num FROM alembic_version ORDER BY 1");
    }

    @Test
    void writesTheHistoryOfTheRevisionsThatItReplaces() {
        before.upgrade("heads");
        after.upgrade("heads");

        assertThat(other.query(HISTORY)).isEqualTo(database.query(HISTORY)).hasSize(5);
        assertThat(rows(other)).isEqualTo(rows(database)).containsExactly("e");
        assertThat(other.query("SELECT revision, description, reason FROM retort_history WHERE reason IS NOT NULL"
                        + " ORDER BY id"))
                .containsExactly("b|make b|squashed into d", "c|make c|squashed into d");

        before.downgrade("base");
        after.downgrade("base");

        assertThat(other.query(HISTORY)).isEqualTo(database.query(HISTORY)).hasSize(10);
        assertThat(rows(other)).isEmpty();
        assertThat(other.query("SELECT to_regclass('t_b') IS NULL")).containsExactly("t");
    }

    @Test
    void buildsFromBeforeTheSquashStartAndGoDownOnItsDatabase() {
        after.upgrade("heads");
        Project old = before.on(other.dataSource());

        assertThat(old.start().steps()).isEmpty();
        assertThat(old.retort().validate().findings()).isEmpty();
        assertThat(old.downgrade("c").after()).containsExactly("c");
        assertThat(other.query("SELECT to_regclass('t_d') IS NULL, to_regclass('t_c') IS NULL"))
                .containsExactly("t|f");
        assertThat(old.upgrade("heads").after()).containsExactly("e");
        assertThat(after.start().steps()).isEmpty();
        assertThat(after.downgrade("a").after()).containsExactly("a");
    }

    @Test
    void writesNothingWhereTheReplacedRevisionsRan() {
        before.upgrade("heads");
        List<String> history = database.query("SELECT id FROM retort_history ORDER BY id");
        Project fresh = after.on(database.dataSource());

        assertThat(fresh.start().steps()).isEmpty();
        assertThat(fresh.retort().status().upToDate()).isTrue();
        assertThat(fresh.retort().validate().findings()).isEmpty();
        assertThat(database.query("SELECT id FROM retort_history ORDER BY id")).isEqualTo(history);

        assertThat(fresh.downgrade("a").after()).containsExactly("a");
        assertThat(database.query("SELECT to_regclass('t_b') IS NULL, to_regclass('t_a') IS NULL"))
                .containsExactly("t|f");
    }

    @Test
    void refusesADatabaseInsideTheRange() {
        before.upgrade("c");
        Project fresh = after.on(database.dataSource());

        for (String target : List.of("heads", "d", "e")) {
            assertThatThrownBy(() -> fresh.upgrade(target)).isInstanceOf(PartlySquashedException.class);
        }
        assertThatThrownBy(fresh::start)
                .isInstanceOf(PartlySquashedException.class)
                .hasMessageContaining("The database is at c, inside the squashed revision d.")
                .hasMessageContaining("release from before the squash");
        assertThatThrownBy(() -> fresh.downgrade("a")).isInstanceOf(PartlySquashedException.class);
        assertThatThrownBy(() -> fresh.stamp("d")).isInstanceOf(PartlySquashedException.class);
        assertThat(rows(database)).containsExactly("c");

        MigrationStatus status = fresh.retort().status();
        assertThat(status.current()).containsExactly("c");
        assertThat(status.pending()).containsExactly("d", "e");
        assertThat(status.revisions())
                .filteredOn(one -> one.state() == RevisionState.UNKNOWN)
                .extracting(RevisionStatus::revision)
                .containsExactlyInAnyOrder("b", "c");

        before.upgrade("d");
        assertThat(fresh.upgrade("heads").after()).containsExactly("e");
    }

    @Test
    void refusesATargetInsideTheRange() {
        for (String target : List.of("b", "c", "c@head")) {
            assertThatThrownBy(() -> after.upgrade(target))
                    .isInstanceOf(GraphException.class)
                    .hasMessageContaining("is squashed into 'd'.");
        }
        after.revision("f", "c", "SELECT 1;", "-- migrate: nothing");
        assertThatThrownBy(() -> after.upgrade("heads"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("Revision 'f' has down_revision 'c', which is squashed into 'd': name that.");
    }

    @Test
    void refusesARevisionThatIsReplacedAndThere() {
        after.revision("c", "a", "SELECT 1;", "-- migrate: nothing");

        assertThatThrownBy(() -> after.upgrade("heads"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("d.sql")
                .hasMessageContaining("It replaces revision c, which is ")
                .hasMessageContaining("c.sql too. Delete one of the two files.");
    }

    @Test
    void goesOnFromADatabaseThatOnlyAlembicTouched() {
        other.execute(
                "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)",
                "INSERT INTO alembic_version VALUES ('d')",
                "CREATE TABLE t_a (id int)",
                "CREATE TABLE t_b (id int)",
                "CREATE TABLE t_c (id int)",
                "CREATE TABLE t_d (id int)");

        assertThat(after.start().after()).containsExactly("e");
        assertThat(before.on(other.dataSource()).start().steps()).isEmpty();
        assertThat(before.on(other.dataSource()).retort().validate().findings()).isEmpty();

        other.execute("UPDATE alembic_version SET version_num = 'c'", "TRUNCATE retort_history");
        assertThatThrownBy(after::start).isInstanceOf(PartlySquashedException.class);
    }

    @Test
    void aStampCoversWhatItReplaces() {
        after.stamp("e");
        Project old = before.on(other.dataSource());

        assertThat(old.start().steps()).isEmpty();
        assertThat(old.retort().validate().findings()).isEmpty();
    }

    @Test
    void aHoldFromBeforeHolds() {
        before.upgrade("heads");
        before.downgrade("a");
        Project fresh = after.on(database.dataSource());

        assertThat(fresh.start().held()).isTrue();
        assertThat(rows(database)).containsExactly("a");

        after.upgrade("heads");
        after.downgrade("a");
        assertThat(before.on(other.dataSource()).start().held()).isTrue();
        assertThat(after.upgrade("heads").after()).containsExactly("e");
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
                .extracting(Finding::kind, Finding::revision)
                .containsExactly(tuple(Finding.Kind.CHANGED, "d"));
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
    void anOlderBuildTakesItBackWithTheScriptThatTheDatabaseKeeps() {
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
