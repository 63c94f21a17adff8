/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.StartMode;
import dev.retort.graph.GraphException;
import dev.retort.run.HeldException;
import dev.retort.run.IrreversibleException;
import dev.retort.run.PartialRevisionException;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import dev.retort.run.StatementFailedException;
import dev.retort.run.StepResult;
import dev.retort.status.Hold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DowngradeTests extends RunTestCase {

    @Test
    void takesTheNewestRevisionBack() {
        project.chain("a", "b").start();

        RunResult result = project.downgrade("-1");

        assertThat(result.before()).containsExactly("b");
        assertThat(result.after()).containsExactly("a");
        assertThat(result.held()).isTrue();
        assertThat(database.query("SELECT to_regclass('t_a'), to_regclass('t_b')"))
                .containsExactly("t_a|null");
    }

    @Test
    void reversesEverythingToTheBase() {
        project.chain("a", "b", "c").start();

        project.downgrade("base");

        assertThat(database.query("SELECT version_num FROM alembic_version")).isEmpty();
        assertThat(history())
                .endsWith(
                        "hold|null|succeeded",
                        "downgrade|c|succeeded",
                        "downgrade|b|succeeded",
                        "downgrade|a|succeeded");
    }

    @Test
    void refusesToCrossAnIrreversibleRevisionBeforeAnythingRuns() {
        project.chain("a")
                .script(
                        "b",
                        "-- revision: b\n-- down_revision: a\n\n-- migrate: upgrade\nDROP TABLE t_a;\n\n"
                                + "-- migrate: irreversible the rows are gone\n")
                .revision("c", "b", "CREATE TABLE t_c ();", "DROP TABLE t_c;")
                .start();

        assertThatThrownBy(() -> project.downgrade("a"))
                .isInstanceOfSatisfying(
                        IrreversibleException.class,
                        e -> assertThat(e.revision()).isEqualTo("b"))
                .hasMessageContaining("the rows are gone");
        assertThat(database.query("SELECT to_regclass('t_c')")).containsExactly("t_c");
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("c");
    }

    @Test
    void refusesToGuessWhichOfSeveralRowsIsMeant() {
        project.chain("a")
                .revision("b1", "a", "SELECT 1;", "-- migrate: nothing")
                .revision("b2", "a", "SELECT 1;", "-- migrate: nothing")
                .upgrade("heads");

        assertThatThrownBy(() -> project.downgrade("-1")).isInstanceOf(GraphException.class);
    }

    @Test
    void holdsTheDatabaseAgainstStartingServices() {
        project.chain("a", "b").start();
        project.downgrade("a");

        RunResult restart = project.start();

        assertThat(restart.held()).isTrue();
        assertThat(restart.steps()).isEmpty();
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("a");
        assertThat(project.retort().status().held()).isTrue();
    }

    @Test
    void isReleasedByAnExplicitUpgrade() {
        project.chain("a", "b").start();
        project.downgrade("a");

        RunResult released = project.upgrade("head");

        assertThat(released.held()).isFalse();
        assertThat(released.released()).isNotNull();
        assertThat(released.after()).containsExactly("b");
        assertThat(project.start().held()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"a, a, b", "b, b, b", "c, c, c"})
    void isReleasedByAnExplicitUpgradeBelowWhatIsPending(String target, String after, String restarted) {
        project.chain("a", "b", "c").start();
        project.with(settings -> settings.target("b"));
        project.downgrade("a");

        RunResult released = project.upgrade(target);

        assertThat(released.after()).containsExactly(after);
        assertThat(released.held()).isFalse();
        assertThat(released.released()).isNotNull();
        assertThat(project.retort().status().held()).isFalse();
        assertThat(project.retort().start(StartMode.UPGRADE)).get().satisfies(start -> {
            assertThat(start.held()).isFalse();
            assertThat(start.after()).containsExactly(restarted);
        });
        assertThat(history()).containsOnlyOnce("release|null|succeeded");
    }

    @Test
    void isReleasedByAnOlderBuildThatHasNothingToRun() {
        project.chain("a", "b").start();
        project.downgrade("a");
        project.without("b");
        assertThat(project.retort().status().held()).isTrue();

        RunResult released = project.upgrade("head");

        assertThat(released.released()).isNotNull();
        assertThat(project.chain("a", "b").start().after()).containsExactly("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void isReleasedByAStamp(String target) {
        project.chain("a", "b").start();
        project.downgrade("a");

        RunResult stamped = project.stamp(target);

        assertThat(stamped.held()).isFalse();
        assertThat(stamped.released()).isNotNull();
        assertThat(project.start().after()).containsExactly("b");
        assertThat(history()).containsOnlyOnce("release|null|succeeded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void isRespectedWhereTheRequestSaysSo(String target) {
        project.chain("a", "b").start();
        project.downgrade("a");
        RunRequest request = RunRequest.by("pipeline", target).withRespectHold(true);

        assertThatThrownBy(() -> project.retort().upgrade(request))
                .isInstanceOf(HeldException.class)
                .hasMessageContaining("held at a by a downgrade of")
                .hasMessageContaining("by alice")
                .hasMessageContaining("--respect-hold");
        assertThat(project.start().held()).isTrue();

        project.revision("c", "b", "CREATE TABLE t_c ();", "DROP TABLE t_c;");
        assertThat(project.retort().upgrade(request).held()).isFalse();
        assertThat(project.retort().status().held()).isFalse();
    }

    @Test
    void showsPlanAndHoldWithoutEndingIt() {
        project.chain("a", "b").start();
        project.downgrade("a");

        RunResult plan = project.retort().upgrade(RunRequest.by("alice", "head").withDryRun(true));

        assertThat(plan.steps()).extracting(StepResult::revision).containsExactly("b");
        assertThat(plan.released()).isNotNull().extracting(Hold::principal).isEqualTo("alice");
        assertThat(project.start().held()).isTrue();
        assertThat(project.retort().validate().hold()).isNotNull();
    }

    @Test
    void isReleasedByANewerRevision() {
        project.chain("a", "b").start();
        project.downgrade("a");

        project.revision("c", "b", "CREATE TABLE t_c ();", "DROP TABLE t_c;");
        RunResult result = project.start();

        assertThat(result.after()).containsExactly("c");
        assertThat(result.held()).isFalse();
        assertThat(history()).contains("release|null|succeeded");
    }

    @Test
    void staysHeldForAnOlderBuild() {
        project.chain("a", "b", "c").start();
        project.downgrade("a");

        project.without("c");

        assertThat(project.start().held()).isTrue();
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("a");
    }

    @Test
    void downgradesWhatAnOlderBuildNoLongerHas() {
        project.chain("a", "b", "c").start();
        project.without("c").without("b");

        RunResult result = project.downgrade("a");

        assertThat(result.steps()).extracting(StepResult::revision).containsExactly("c", "b");
        assertThat(database.query("SELECT to_regclass('t_b'), to_regclass('t_c')"))
                .containsExactly("null|null");
    }

    @Test
    void holdsNothingWhenItFailedBeforeItReversedAnything() {
        project.chain("a")
                .revision("b", "a", "CREATE TABLE b ();", "DROP TABLE missing;")
                .start();

        assertThatThrownBy(() -> project.downgrade("a")).isInstanceOf(StatementFailedException.class);

        assertThat(history()).endsWith("downgrade|b|failed").doesNotContain("hold|null|succeeded");
        project.revision("c", "b", "CREATE TABLE c ();", "DROP TABLE c;");
        assertThat(project.start().after()).containsExactly("c");
    }

    /** A step in parts begins the hold with its end; until then nothing upgrades, because it is partial. */
    @Test
    void isHeldWhenItsFirstStepEndsInALaterRun() {
        project.chain("a")
                .revision("b", "a", "CREATE TABLE b ();", "-- migrate: autocommit\nDROP TABLE b;\nDROP TABLE later;\n")
                .start();
        assertThatThrownBy(() -> project.downgrade("a")).isInstanceOf(StatementFailedException.class);
        project.revision("c", "b", "CREATE TABLE c ();", "DROP TABLE c;");
        assertThatThrownBy(project::start).isInstanceOf(PartialRevisionException.class);
        project.without("c");
        database.execute("CREATE TABLE later ()");

        project.downgrade("a");

        assertThat(history()).endsWith("downgrade|b|partial", "hold|null|succeeded", "downgrade|b|succeeded");
        assertThat(project.start().held()).isTrue();
    }

    @Test
    void staysHeldWhereItFailedHalfWay() {
        project.chain("a")
                .revision("b", "a", "CREATE TABLE b ();", "DROP TABLE missing;")
                .revision("c", "b", "CREATE TABLE c ();", "DROP TABLE c;")
                .start();

        assertThatThrownBy(() -> project.downgrade("a")).isInstanceOf(StatementFailedException.class);

        assertThat(project.start().held()).isTrue();
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("b");
    }
}
