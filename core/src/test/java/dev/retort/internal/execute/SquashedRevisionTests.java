/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.RetortException;
import dev.retort.graph.GraphException;
import dev.retort.internal.page.StateSummary;
import dev.retort.internal.plan.PartlySquashedException;
import dev.retort.status.MigrationStatus;
import dev.retort.status.RevisionState;
import dev.retort.status.RevisionStatus;
import dev.retort.test.Project;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A squashed revision in databases that came by its own way, by that of the revisions it replaces, or by another tool's. */
class SquashedRevisionTests extends SquashTestCase {

    @Test
    void writesTheHistoryOfTheRevisionsThatItReplaces() {
        before.upgrade("heads");
        after.upgrade("heads");

        assertThat(other.query(HISTORY)).isEqualTo(database.query(HISTORY)).hasSize(5);
        assertThat(rows(other)).isEqualTo(rows(database)).containsExactly("e");
        assertThat(after.retort().revision("d").status().replaces()).containsExactly("b", "c");
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
        assertThat(status.ahead()).isFalse();
        assertThat(StateSummary.of(status, false, null).text())
                .isEqualTo("At c, which this build has only as a part of a squashed revision: a release from before the"
                        + " squash has to upgrade it. At c, 2 revisions are pending.");
        assertThat(status.pending()).containsExactly("d", "e");
        assertThat(status.revisions())
                .filteredOn(one -> one.state() == RevisionState.SQUASHED)
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
    void continuesFromADatabaseThatOnlyAlembicTouched() {
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
}
