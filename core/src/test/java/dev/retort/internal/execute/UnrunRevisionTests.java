/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.retort.StartMode;
import dev.retort.error.RetortException;
import dev.retort.internal.plan.UnrunRevisionException;
import dev.retort.run.AcceptRequest;
import dev.retort.run.ChangedScriptException;
import dev.retort.run.Requester;
import dev.retort.run.RunRequest;
import dev.retort.settings.ChangedScripts;
import dev.retort.status.MigrationStatus;
import dev.retort.status.RevisionState;
import dev.retort.status.RevisionStatus;
import dev.retort.status.ValidationFinding;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Applied scripts whose place in the graph was changed, so that a revision which never ran is among their ancestors.
 */
class UnrunRevisionTests extends RunTestCase {

    private void table(String id, String parents, String more) {
        project.script(
                id,
                "-- revision: " + id + "\n-- down_revision: " + parents + "\n" + more
                        + "\n-- migrate: upgrade\nCREATE TABLE t_" + id
                        + " (id int);\n\n-- migrate: downgrade\nDROP TABLE t_" + id + ";\n");
    }

    private void putNBetween() {
        table("n", "a", "");
        table("c", "n", "");
    }

    private List<String> rows() {
        return database.query("SELECT version_num FROM alembic_version ORDER BY 1");
    }

    private boolean exists(String table) {
        return database.query("SELECT to_regclass('" + table + "') IS NOT NULL").equals(List.of("t"));
    }

    private void isRefused(Runnable run) {
        assertThatThrownBy(run::run)
                .isInstanceOf(UnrunRevisionException.class)
                .hasMessageContaining("Revision n has not run")
                .hasMessageContaining("Revision c ran")
                .hasMessageContaining("depended on a at that time")
                .hasMessageContaining("stamp c --reason");
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(ChangedScripts.class)
    void areRefusedWhateverTheSettingsSayOfChangedScripts(ChangedScripts policy) {
        project.with(settings -> settings.changedScripts(policy).waitTimeout(Duration.ZERO));
        table("a", "", "");
        table("c", "a", "");
        project.start();
        putNBetween();

        isRefused(project::start);
        isRefused(() -> project.upgrade("head"));
        isRefused(() -> project.downgrade("-1"));
        isRefused(() -> project.retort().start(StartMode.VALIDATE));
        isRefused(() -> project.retort().start(StartMode.WAIT));
        isRefused(() -> project.retort()
                .accept(new AcceptRequest(List.of("c"), Requester.operator("alice"), "same statements")));
        table("d", "c", "");
        isRefused(() -> project.upgrade("head"));
        assertThat(rows()).containsExactly("c");
        assertThat(exists("t_n")).isFalse();
    }

    @Test
    void areShown() {
        table("a", "", "");
        table("c", "a", "");
        project.start();
        putNBetween();

        MigrationStatus status = project.retort().status();

        assertThat(status.upToDate()).isFalse();
        assertThat(status.pending()).containsExactly("n");
        assertThat(status.revisions())
                .extracting(RevisionStatus::revision, RevisionStatus::state)
                .containsExactly(
                        tuple("c", RevisionState.CHANGED),
                        tuple("n", RevisionState.PENDING),
                        tuple("a", RevisionState.APPLIED));
        assertThat(project.retort().validate().findings())
                .extracting(ValidationFinding::kind, ValidationFinding::revision)
                .containsExactly(tuple(ValidationFinding.Kind.CHANGED, "c"), tuple(ValidationFinding.Kind.UNRUN, "n"));
    }

    @Test
    void runBehindTheHead() {
        table("a", "", "");
        table("c", "a", "");
        project.start();
        putNBetween();
        isRefused(project::start);

        table("c", "a", "");
        table("n", "c", "");

        assertThat(project.start().after()).containsExactly("n");
        assertThat(exists("t_n")).isTrue();
    }

    @Test
    void areCoveredByAStampWithAReasonAlone() {
        table("a", "", "");
        table("c", "a", "");
        project.start();
        putNBetween();
        assertThatThrownBy(() -> project.stamp("c"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("covers n only with a reason");

        project.retort().stamp(RunRequest.by("alice", "c").withReason("made by hand"));

        assertThatThrownBy(() -> project.upgrade("head")).isInstanceOf(ChangedScriptException.class);
        project.retort().accept(new AcceptRequest(List.of(), Requester.operator("alice"), "n was made by hand"));
        assertThat(project.upgrade("head").steps()).isEmpty();
        assertThat(project.start().steps()).isEmpty();
        assertThat(project.retort().validate().isClean()).isTrue();
        assertThat(project.retort().status().pending()).isEmpty();

        table("m", "a", "");
        table("n", "m", "");
        assertThatThrownBy(project::start)
                .isInstanceOf(UnrunRevisionException.class)
                .hasMessageContaining("Revision m has not run");
    }

    @Test
    void areRefusedWhereADependencyBringsThemIn() {
        table("a", "", "");
        table("c", "a", "");
        table("n", "a", "");
        project.upgrade("c");
        table("c", "a", "-- depends_on: n\n");

        isRefused(project::start);

        table("c", "a", "");
        assertThat(project.upgrade("heads").after()).containsExactly("c", "n");
    }

    @Test
    void areNotSuspectedWhereOnlyAlembicWas() {
        table("a", "", "");
        table("b", "a", "");
        table("c", "b", "");
        database.execute("CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)");
        database.execute("INSERT INTO alembic_version VALUES ('b')");

        assertThat(project.retort().validate().isClean()).isTrue();
        assertThat(project.start().after()).containsExactly("c");
        assertThat(project.start().steps()).isEmpty();
    }

    @Test
    void areRecognizedBelowWhatAlembicAppliedOnceRetortHasRun() {
        areNotSuspectedWhereOnlyAlembicWas();
        table("n", "a", "");
        table("b", "n", "");

        assertThatThrownBy(project::start)
                .isInstanceOf(UnrunRevisionException.class)
                .hasMessageContaining("Revision n has not run");
    }

    @Test
    void areNotSuspectedWhereToolsTakeTurns() {
        table("a", "", "");
        table("b", "a", "");
        table("c", "b", "");
        table("d", "c", "");
        project.upgrade("a");
        database.execute("UPDATE alembic_version SET version_num = 'c'");
        assertThat(project.start().after()).containsExactly("d");

        database.execute("UPDATE alembic_version SET version_num = 'b'");
        database.execute("DROP TABLE t_d");
        database.execute("CREATE TABLE t_c (id int)");
        database.execute("UPDATE alembic_version SET version_num = 'c'");
        assertThat(project.start().after()).containsExactly("d");
        assertThat(project.downgrade("c").after()).containsExactly("c");
        database.execute("UPDATE alembic_version SET version_num = 'd'");
        assertThat(project.retort().validate().isClean()).isTrue();
    }

    @Test
    void areRecognizedBelowAStamp() {
        table("a", "", "");
        table("c", "a", "");
        project.stamp("head");
        assertThat(project.start().steps()).isEmpty();

        putNBetween();

        assertThatThrownBy(project::start)
                .isInstanceOf(UnrunRevisionException.class)
                .hasMessageContaining("Revision n has not run");
    }

    @Test
    void areRecognizedByABuildThatTheDatabaseIsAheadOf() {
        table("a", "", "");
        table("c", "a", "");
        table("d", "c", "");
        project.start();
        project.without("d");
        assertThat(project.start().ahead()).isTrue();
        putNBetween();

        isRefusedAhead(project::start);
        isRefusedAhead(() -> project.retort().start(StartMode.VALIDATE));
    }

    private static void isRefusedAhead(Runnable run) {
        assertThatThrownBy(run::run)
                .isInstanceOf(UnrunRevisionException.class)
                .hasMessageContaining("Revision n has not run");
    }

    @Test
    void areRecognizedAfterADowngrade() {
        table("a", "", "");
        table("c", "a", "");
        table("n", "a", "");
        project.upgrade("heads");
        project.downgrade("n@-1");
        putNBetween();

        isRefused(() -> project.upgrade("c"));
    }

    @Test
    void areNotWhatRanElsewhereInTheGraph() {
        table("a", "", "");
        table("c", "a", "");
        table("n", "a", "");
        project.upgrade("heads");
        putNBetween();

        Consumer<String> accept =
                reason -> project.retort().accept(new AcceptRequest(List.of("c"), Requester.operator("alice"), reason));

        accept.accept("both ran");
        project.retort().stamp(RunRequest.by("alice", "c").withPurge(true));
        assertThat(project.start().after()).containsExactly("c");
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(Psql.class)
    void stopAScript(Psql psql) {
        table("a", "", "");
        table("c", "a", "");
        project.start();
        putNBetween();
        table("d", "c", "");

        for (String script : List.of(
                project.retort().offline().upgrade(RunRequest.by("alice", "c:d")),
                project.retort().offline().downgrade(RunRequest.by("alice", "c:n")),
                project.retort().offline().stamp(RunRequest.by("alice", "c:d")))) {
            assertThat(psql.run(script, database, folder)).contains("Not run, although an applied revision follows: n");
        }
        assertThat(rows()).containsExactly("c");
        RunRequest request = RunRequest.by("alice", "c:c").withReason("made by hand");
        assertThat(psql.run(project.retort().offline().stamp(request), database, folder))
                .isNull();
        assertThat(psql.run(project.retort().offline().upgrade(RunRequest.by("alice", "c:d")), database, folder))
                .isNull();
        assertThat(project.retort().status().pending()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Psql.class)
    void areRecognizedBelowWhatAlembicAppliedOnceAScriptHasRun(Psql psql) {
        table("a", "", "");
        table("b", "a", "");
        table("c", "b", "");
        table("d", "c", "");
        database.execute("CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)");
        database.execute("INSERT INTO alembic_version VALUES ('b')");
        assertThat(psql.run(project.retort().offline().upgrade(RunRequest.by("alice", "b:c")), database, folder))
                .isNull();
        assertThat(project.retort().validate().isClean()).isTrue();
        assertThat(psql.run(project.retort().offline().upgrade(RunRequest.by("alice", "c:d")), database, folder))
                .isNull();

        table("n", "a", "");
        table("b", "n", "");

        isRefusedAhead(project::start);
        assertThat(psql.run(project.retort().offline().downgrade(RunRequest.by("alice", "d:c")), database, folder))
                .contains("Not run");
    }
}
