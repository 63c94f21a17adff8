/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.graph.GraphException;
import dev.retort.graph.Revision;
import dev.retort.graph.RevisionGraph;
import dev.retort.internal.plan.UnrunRevisionException;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import dev.retort.run.StepResult;
import dev.retort.settings.ChangedScripts;
import dev.retort.status.MigrationStatus;
import dev.retort.status.ValidationFinding;
import dev.retort.test.Samples;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random graphs, moved by Retort, by scripts for psql, by Alembic and by stamps, and changed by hand in between. The
 * invariant: an ancestor of the version rows has run, or a stamp covers it, or Retort says that it has not run and
 * refuses to continue; and it says so of no other.
 */
@Tag("slow")
class UnrunRevisionPropertyTests extends RunTestCase {

    private static final int TURNS = 14;
    private static final AtomicInteger REFUSALS = new AtomicInteger();

    private final Map<String, Revision> graph = new LinkedHashMap<>();
    /** What has run, or is covered by a stamp. */
    private final Set<String> applied = new HashSet<>();
    /** Whether Alembic was the last to move the database: of that the history tells nothing until Retort's next run. */
    private boolean untold;

    private Random random = new Random();

    static LongStream seeds() {
        return LongStream.range(0, Samples.tries(2, 50));
    }

    @AfterAll
    static void refusedSomething() {
        assertThat(REFUSALS).hasPositiveValue();
    }

    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("seeds")
    void anAncestorOfTheVersionRowsHasRunOrIsCoveredOrIsRefused(long seed) {
        random = new Random(seed);
        project.with(settings -> settings.changedScripts(ChangedScripts.IGNORE));
        for (int i = 0; i < 3; i++) {
            append();
        }
        for (int turn = 0; turn < TURNS; turn++) {
            turn();
            check(turn);
        }
    }

    private void turn() {
        switch (random.nextInt(9)) {
            case 0, 1 -> append();
            case 2, 3 -> change();
            case 4, 5 -> run("upgrade", "heads");
            case 6 -> run("downgrade", any());
            case 7 -> run("stamp", any());
            default -> alembic();
        }
    }

    private RevisionGraph loaded() {
        return RevisionGraph.of(graph.values());
    }

    private String any() {
        List<String> ids = new ArrayList<>(graph.keySet());
        return ids.get(random.nextInt(ids.size()));
    }

    private void append() {
        List<String> parents = graph.isEmpty() || random.nextInt(8) == 0 ? List.of() : List.of(any());
        List<String> needs = graph.isEmpty() || random.nextInt(4) > 0 ? List.of() : List.of(any());
        put(new Revision("r" + (graph.size() + 1), parents, List.of(), needs.equals(parents) ? List.of() : needs));
    }

    /** Nothing tells of what is put below a revision that only Alembic knows to be applied. */
    private void change() {
        if (untold) {
            return;
        }
        Revision revision = graph.get(any());
        if (revision == null) {
            throw new IllegalStateException();
        }
        Map<String, Revision> before = new LinkedHashMap<>(graph);
        String other = any();
        switch (random.nextInt(3)) {
            case 0 -> {
                String fresh = "r" + (graph.size() + 1);
                graph.put(fresh, new Revision(fresh, revision.downRevisions(), List.of(), List.of()));
                graph.put(revision.id(), new Revision(revision.id(), List.of(fresh), List.of(), revision.dependsOn()));
            }
            case 1 ->
                graph.put(revision.id(), new Revision(revision.id(), List.of(other), List.of(), revision.dependsOn()));
            default ->
                graph.put(
                        revision.id(),
                        new Revision(revision.id(), revision.downRevisions(), List.of(), List.of(other)));
        }
        try {
            loaded();
            graph.values().forEach(this::write);
        } catch (GraphException e) {
            graph.clear();
            graph.putAll(before);
        }
    }

    private void put(Revision revision) {
        graph.put(revision.id(), revision);
        write(revision);
    }

    private void write(Revision revision) {
        project.script(
                revision.id(),
                "-- revision: " + revision.id() + "\n-- down_revision: " + String.join(", ", revision.downRevisions())
                        + "\n-- depends_on: " + String.join(", ", revision.dependsOn())
                        + "\n\n-- migrate: upgrade\nSELECT 1;\n\n-- migrate: downgrade\n-- migrate: nothing\n");
    }

    private List<String> rows() {
        return database.query("SELECT to_regclass('alembic_version') IS NULL").equals(List.of("t"))
                ? List.of()
                : database.query("SELECT version_num FROM alembic_version ORDER BY 1");
    }

    private Set<String> unrun() {
        Set<String> ancestors = new TreeSet<>(loaded().appliedBy(rows()));
        ancestors.removeAll(applied);
        return ancestors;
    }

    private void run(String kind, String target) {
        boolean refused = !kind.equals("stamp") && !unrun().isEmpty();
        List<String> before = rows();
        try {
            RunRequest request = RunRequest.by("alice", target).withReason("a test");
            RunResult result = switch (kind) {
                case "upgrade" -> project.retort().upgrade(request);
                case "downgrade" -> project.retort().downgrade(request);
                default -> project.retort().stamp(request);
            };
            assertThat(refused).as(kind + " to " + target).isFalse();
            took(kind, result, before);
        } catch (GraphException e) {
            assertThat(rows()).isEqualTo(before);
        } catch (UnrunRevisionException e) {
            REFUSALS.incrementAndGet();
            assertThat(refused).as(e.getMessage()).isTrue();
            assertThat(rows()).isEqualTo(before);
        }
    }

    private void took(String kind, RunResult result, List<String> before) {
        List<String> steps = result.steps().stream().map(StepResult::revision).toList();
        if (kind.equals("stamp")) {
            applied.clear();
            applied.addAll(loaded().appliedBy(rows()));
            untold = untold && rows().equals(before);
        } else if (kind.equals("upgrade")) {
            applied.addAll(steps);
        } else {
            steps.forEach(applied::remove);
        }
        untold = untold && steps.isEmpty();
    }

    /** Alembic goes to the heads, and leaves its version rows alone. */
    private void alembic() {
        if (!unrun().isEmpty() || rows().isEmpty()) {
            return;
        }
        Set<String> missing = new HashSet<>(graph.keySet());
        missing.removeAll(loaded().appliedBy(rows()));
        if (missing.isEmpty()) {
            return;
        }
        applied.addAll(missing);
        database.execute("DELETE FROM alembic_version");
        loaded().effectiveHeads()
                .forEach(head -> database.execute("INSERT INTO alembic_version VALUES ('" + head + "')"));
        untold = true;
    }

    private void check(int turn) {
        Set<String> unrun = unrun();
        Set<String> ancestors = loaded().appliedBy(rows());
        MigrationStatus status = project.retort().status();

        assertThat(status.pending().stream().filter(ancestors::contains))
                .as("turn %d, rows %s of %s", turn, rows(), graph.values())
                .containsExactlyInAnyOrderElementsOf(unrun);
        assertThat(project.retort().validate().findings().stream()
                        .filter(finding -> finding.kind() == ValidationFinding.Kind.UNRUN)
                        .map(ValidationFinding::revision))
                .containsExactlyInAnyOrderElementsOf(unrun);
        if (rows().size() == 1) {
            checkScript(rows().get(0), unrun);
        }
    }

    /** A script without steps still checks everything below its start. */
    private void checkScript(String row, Set<String> unrun) {
        String script = project.retort().offline().upgrade(RunRequest.by("alice", row + ":" + row));
        String stopped = Psql.DRIVER.run(script, database, folder);
        if (unrun.isEmpty()) {
            assertThat(stopped).isNull();
        } else {
            assertThat(stopped).contains("Not run").contains(unrun);
        }
    }
}
