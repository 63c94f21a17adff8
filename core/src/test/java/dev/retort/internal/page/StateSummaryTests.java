/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.internal.page.StateSummary.Level;
import dev.retort.test.Project;
import dev.retort.test.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each state in which an operator finds a database, brought about by real runs. */
class StateSummaryTests {

    @TempDir
    Path folder = Path.of("");

    private TestDatabase database = TestDatabase.none();
    private Project project = new Project(folder, database.dataSource());

    @BeforeEach
    void createDatabase() {
        database = TestDatabase.create();
        project = new Project(folder, database.dataSource()).chain("a", "b", "c");
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private StateSummary summary(boolean running) {
        Retort retort = project.retort();
        return StateSummary.of(
                retort.status(),
                running,
                retort.log(1, null).stream().findFirst().orElse(null));
    }

    @Test
    void saysHowManyRevisionsArePending() {
        project.upgrade("b");
        assertThat(summary(false)).isEqualTo(new StateSummary(Level.NOTE, "At b, 1 revision is pending."));
    }

    @Test
    void saysThatAnEmptyDatabaseIsAtBase() {
        assertThat(summary(false)).isEqualTo(new StateSummary(Level.NOTE, "At base, 3 revisions are pending."));
    }

    @Test
    void saysThatItIsAtHead() {
        project.start();
        assertThat(summary(false)).isEqualTo(new StateSummary(Level.GOOD, "At head: c."));
    }

    @Test
    void saysWhoHoldsItAndSinceWhen() {
        project.start();
        project.downgrade("-1");
        assertThat(summary(false).text())
                .matches("Held at b by a downgrade of \\S+Z by alice: starting services do not upgrade it\\.");
    }

    @Test
    void saysThatItIsAheadOfThisBuild() {
        project.start();
        project.without("c");
        assertThat(summary(false))
                .isEqualTo(new StateSummary(
                        Level.NOTE, "At c, ahead of this build, which does not know all of these revisions."));
    }

    @Test
    void saysWhichScriptsWereChanged() {
        project.start();
        project.revision("b", "a", "CREATE TABLE t_b (id bigint);", "DROP TABLE t_b;");
        assertThat(summary(false))
                .isEqualTo(new StateSummary(Level.BAD, "Changed after it was applied: b. At head: c."));
    }

    @Test
    void saysWhereTheLastRunFailed() {
        project.start();
        project.revision("d", "c", "CREATE TABLE t_a (id int);", "DROP TABLE t_a;");
        assertThatThrownBy(() -> project.upgrade("head")).hasMessageContaining("already exists");
        assertThat(summary(false))
                .isEqualTo(new StateSummary(
                        Level.BAD, "The last run failed at d, line 6 (SQLSTATE 42P07). At c, 1 revision is pending."));
    }

    @Test
    void saysWhereARunStoppedBetweenItsStatements() {
        project.start();
        project.revision(
                "d", "c", "-- migrate: autocommit\nVACUUM t_a;\nSELECT 1 / 0;", "-- migrate: autocommit\nVACUUM t_a;");
        assertThatThrownBy(() -> project.upgrade("head")).hasMessageContaining("division by zero");
        assertThat(summary(false).text()).startsWith("Partial at d: a run stopped between its statements;");
    }

    @Test
    void saysThatARunIsGoingOn() {
        project.upgrade("b");
        assertThat(summary(true))
                .isEqualTo(new StateSummary(Level.NOTE, "A run is going on. At b, 1 revision is pending."));
    }
}
