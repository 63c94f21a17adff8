/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.graph.Direction;
import dev.retort.graph.GraphException;
import dev.retort.graph.Plan;
import dev.retort.graph.Revision;
import dev.retort.graph.RevisionGraph;
import dev.retort.graph.Target;
import dev.retort.run.RunRequest;
import dev.retort.test.Project;
import dev.retort.test.Samples;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each recorded plan that a script can have, as a run and as a script: afterwards both databases say the same. A script
 * begins at the base or at one revision, so plans from several version rows have none.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScriptOfEachPlanTests {

    private final TestDatabase live = TestDatabase.create();
    private final TestDatabase scripted = TestDatabase.create();

    @AfterAll
    void drop() {
        live.close();
        scripted.close();
    }

    /**
     * A plan.
     *
     * @param id its name among the recorded cases
     * @param revisions the graph
     * @param direction where it goes
     * @param current the version row; empty for none
     * @param target where it ends
     */
    record Case(String id, List<Revision> revisions, Direction direction, List<String> current, String target) {

        static Case of(JsonNode vector) {
            List<Revision> revisions = new ArrayList<>();
            vector.path("graph")
                    .forEach(node -> revisions.add(new Revision(
                            node.path("revision").asString(),
                            strings(node.path("down_revision")),
                            strings(node.path("branch_labels")),
                            strings(node.path("depends_on")))));
            return new Case(
                    vector.path("id").asString(),
                    revisions,
                    Direction.valueOf(vector.path("kind").asString().toUpperCase(Locale.ROOT)),
                    strings(vector.path("current")),
                    vector.path("target").asString());
        }

        /** {@return whether a script can do it: the range of one means the same plan} */
        boolean hasScript() {
            RevisionGraph graph = RevisionGraph.of(revisions);
            try {
                Plan run = direction == Direction.UPGRADE
                        ? graph.upgrade(current, Target.parse(target))
                        : graph.downgrade(current, Target.parse(target));
                Target range = Target.parse(range());
                Plan script =
                        direction == Direction.UPGRADE ? graph.upgradeScript(range) : graph.downgradeScript(range);
                return !run.steps().isEmpty() && run.steps().equals(script.steps());
            } catch (GraphException e) {
                return false;
            }
        }

        String range() {
            return current.isEmpty() ? target : current.get(0) + ":" + target;
        }

        void write(Project project) {
            for (Revision revision : revisions) {
                project.script(
                        revision.id(),
                        "-- revision: " + revision.id() + "\n-- down_revision: "
                                + String.join(", ", revision.downRevisions()) + "\n-- branch_labels: "
                                + String.join(", ", revision.branchLabels()) + "\n-- depends_on: "
                                + String.join(", ", revision.dependsOn())
                                + "\n\n-- migrate: upgrade\nSELECT 1;\n\n-- migrate: downgrade\nSELECT 2;\n");
            }
        }

        @Override
        public String toString() {
            return id + " " + direction + " " + range();
        }
    }

    private static List<String> strings(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asString)
                        .toList()
                : node.isNull() || node.isMissingNode() ? List.of() : List.of(node.asString());
    }

    static Stream<Case> plans() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                RevisionGraph.class.getResourceAsStream("revision-graph.json"), "revision-graph.json")) {
            Stream<JsonNode> vectors = StreamSupport.stream(
                    JsonMapper.shared().readTree(file).path("vectors").spliterator(), false);
            List<Case> cases = vectors.filter(vector -> List.of("upgrade", "downgrade")
                            .contains(vector.path("kind").asString()))
                    .filter(vector -> !vector.path("expect").has("error"))
                    .map(Case::of)
                    .filter(plan -> plan.current().size() < 2 && plan.hasScript())
                    .toList();
            return Samples.every(30, 5, cases.stream());
        }
    }

    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("plans")
    void meansWhatTheRunMeans(Case plan, @TempDir Path folder) {
        Project project = new Project(folder, live.dataSource());
        plan.write(project);
        Retort retort = project.retort();
        prepare(retort, live, plan.current());
        prepare(retort.on(scripted.dataSource()), scripted, plan.current());

        String script;
        if (plan.direction() == Direction.UPGRADE) {
            retort.upgrade(RunRequest.by("alice", plan.target()));
            script = retort.offline().upgrade(RunRequest.by("alice", plan.range()));
        } else {
            retort.downgrade(RunRequest.by("alice", plan.target()));
            script = retort.offline().downgrade(RunRequest.by("alice", plan.range()));
        }
        assertThat(Psql.DRIVER.run(script, scripted, folder)).isNull();

        for (String query : OfflineTests.HISTORY_TABLES) {
            assertThat(scripted.query(query)).as(query).isEqualTo(live.query(query));
        }
    }

    private static void prepare(Retort retort, TestDatabase database, List<String> rows) {
        database.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
        retort.ensureVersion();
        rows.forEach(row -> database.execute("INSERT INTO alembic_version VALUES ('" + row + "')"));
    }
}
