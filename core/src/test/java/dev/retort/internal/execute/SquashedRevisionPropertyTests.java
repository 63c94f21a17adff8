/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.error.RetortException;
import dev.retort.graph.GraphException;
import dev.retort.internal.plan.PartlySquashedException;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.squash.RandomRevisions;
import dev.retort.internal.squash.SquashRange;
import dev.retort.run.RunResult;
import dev.retort.test.Project;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random graphs with a range that is squashed, and two databases that builds from before and after the squash move to the same
 * random targets. The invariant: outside of the range version rows, tables and history are the same in both, and either build
 * continues from either; inside of it the build from after the squash refuses.
 */
@Tag("slow")
class SquashedRevisionPropertyTests extends RunTestCase {

    private static final int TURNS = 6;

    /** Of each revision what happened to it, in order; the order of different branches may differ. */
    private static final String HISTORY =
            "SELECT concat_ws(' ', revision, operation, down_revisions, depends_on, checksum) FROM retort_history"
                    + " WHERE operation IN ('upgrade', 'downgrade') ORDER BY revision, id";

    private static final String TABLES =
            "SELECT relname FROM pg_class WHERE relname ~ '^t_r' AND relkind = 'r' ORDER BY 1";

    private TestDatabase other = TestDatabase.none();

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("squash.seeds", 2));
    }

    @BeforeEach
    void createOther() {
        other = TestDatabase.create();
    }

    @AfterEach
    void dropOther() {
        other.close();
    }

    private Project build(String name, Map<String, String> texts) {
        try {
            Project build = new Project(Files.createDirectories(folder.resolve(name)), database.dataSource());
            texts.forEach(build::script);
            return build;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bothWaysLeadToTheSame(long seed) {
        RandomRevisions random = new RandomRevisions(1000 + seed, 8);
        SquashRange range = random.range().orElseThrow();
        Project before = build("before", random.texts());
        Project after = build("after", random.squashed(range));
        Random turns = new Random(seed);
        List<String> targets =
                new ArrayList<>(RandomRevisions.revisions(random.squashed(range)).graph().revisions().stream()
                        .map(revision -> revision.id())
                        .toList());
        for (int turn = 0; turn < TURNS; turn++) {
            boolean up = turn % 2 == 0;
            String target =
                    turn == TURNS - 1 ? "base" : turn == 0 ? "heads" : targets.get(turns.nextInt(targets.size()));
            move(before.on(database.dataSource()), up, target);
            if (isInside(random.revisions(), range)) {
                assertThat(move(after.on(database.dataSource()), true, "heads")).isFalse();
                move(before.on(database.dataSource()), true, "heads");
                move(after.on(other.dataSource()), true, "heads");
                continue;
            }
            move((turns.nextBoolean() ? before : after).on(other.dataSource()), up, target);
            if (!isInside(random.revisions(), range)) {
                check(
                        before,
                        after,
                        "turn " + turn + " to " + target + " of "
                                + random.texts().values());
            }
        }
    }

    /** {@return whether it was not refused for the sake of the squash; what the graph refuses it refuses in both} */
    private static boolean move(Project build, boolean up, String target) {
        try {
            RunResult result = up ? build.upgrade(target) : build.downgrade(target);
            assertThat(result.after()).isNotNull();
        } catch (PartlySquashedException e) {
            return false;
        } catch (RetortException e) {
            assertThat(e).isInstanceOf(GraphException.class);
        }
        return true;
    }

    private Set<String> rows(TestDatabase one) {
        return one.query("SELECT to_regclass('alembic_version') IS NULL").equals(List.of("t"))
                ? Set.of()
                : new HashSet<>(one.query("SELECT version_num FROM alembic_version"));
    }

    private boolean isInside(Revisions revisions, SquashRange range) {
        Set<String> applied = revisions.graph().appliedBy(rows(database));
        return range.squash().ids().stream().anyMatch(applied::contains)
                && !applied.contains(range.place().id());
    }

    private void check(Project before, Project after, String what) {
        assertThat(rows(other)).as(what).isEqualTo(rows(database));
        assertThat(other.query(TABLES)).as(what).isEqualTo(database.query(TABLES));
        assertThat(other.query(HISTORY)).as(what).isEqualTo(database.query(HISTORY));
        for (Project build : List.of(before, after)) {
            for (TestDatabase one : List.of(database, other)) {
                assertThat(build.on(one.dataSource()).retort().validate().findings())
                        .as(what)
                        .isEmpty();
            }
        }
    }
}
