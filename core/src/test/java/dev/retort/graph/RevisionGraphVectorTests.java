/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import static dev.retort.graph.PlanAssert.assertThatPlan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Replays recorded behaviour of Alembic; {@code -Dretort.vectors=FILE} replays another file of the same form. */
class RevisionGraphVectorTests {

    private static final Set<String> CYCLES = Set.of("cycle", "dependency_cycle");
    private static final Set<String> SELF_LOOPS = Set.of("self_loop", "dependency_self_loop");

    @TestFactory
    Stream<DynamicTest> answersAsRecorded() throws IOException {
        List<JsonNode> vectors = new ArrayList<>();
        try (InputStream file = open()) {
            JsonMapper.shared().readTree(file).path("vectors").forEach(vectors::add);
        }
        assertThat(vectors).isNotEmpty();
        return vectors.stream()
                .map(vector -> DynamicTest.dynamicTest(vector.path("id").asString(), () -> replay(vector)));
    }

    private static InputStream open() throws IOException {
        String file = System.getProperty("retort.vectors", "");
        InputStream stream = file.isEmpty()
                ? RevisionGraphVectorTests.class.getResourceAsStream("revision-graph.json")
                : Files.newInputStream(Path.of(file));
        if (stream == null) {
            throw new IOException("revision-graph.json is not on the class path");
        }
        return stream;
    }

    /** Names the vector in the failure: reports number the tests. */
    private static void replay(JsonNode vector) {
        try {
            check(vector);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(vector.path("id").asString() + ": " + e.getMessage(), e);
        }
    }

    private static void check(JsonNode vector) {
        JsonNode expect = vector.path("expect");
        if (expect.has("error")) {
            assertRefused(expect.path("error"), () -> answer(vector));
        } else {
            answer(vector);
        }
    }

    private static Object answer(JsonNode vector) {
        List<Revision> revisions = revisions(vector.path("graph"));
        RevisionGraph graph = RevisionGraph.of(revisions);
        Replay replay = new Replay(vector, graph, new NaiveGraph(revisions));
        return switch (vector.path("kind").asString()) {
            case "graph" -> replay.shape();
            case "resolve" -> replay.resolve();
            case "current" -> replay.current();
            case "upgrade", "downgrade" -> replay.plan();
            case "stamp" -> replay.stamp();
            case "history" -> replay.history();
            case "new_revision" -> replay.newRevision();
            default -> fail("unknown kind");
        };
    }

    static void assertRefused(JsonNode expected, Supplier<?> request) {
        String kind = expected.path("kind").asString();
        try {
            fail("expected a refusal (" + kind + "), got " + request.get());
        } catch (GraphException refusal) {
            String refused = refusal.error().name().toLowerCase(Locale.ROOT);
            assertThat(matches(kind, refused))
                    .as(kind + " refused by: " + refusal)
                    .isTrue();
        }
    }

    private static boolean matches(String expected, String refused) {
        return expected.equals("internal")
                || expected.equals(refused)
                || (CYCLES.contains(expected) && CYCLES.contains(refused))
                || (SELF_LOOPS.contains(expected) && SELF_LOOPS.contains(refused));
    }

    private static List<Revision> revisions(JsonNode graph) {
        List<Revision> revisions = new ArrayList<>();
        for (JsonNode node : graph) {
            revisions.add(new Revision(
                    node.path("revision").asString(),
                    strings(node.path("down_revision")),
                    strings(node.path("branch_labels")),
                    strings(node.path("depends_on"))));
        }
        return revisions;
    }

    static List<String> strings(JsonNode node) {
        if (node.isArray()) {
            List<String> strings = new ArrayList<>();
            node.forEach(entry -> strings.add(entry.asString()));
            return strings;
        }
        return node.isNull() || node.isMissingNode() ? List.of() : List.of(node.asString());
    }

    /** One request and its answer; what it returns is for the message when a refusal was expected. */
    private record Replay(JsonNode vector, RevisionGraph graph, NaiveGraph naive) {

        private JsonNode expect() {
            return vector.path("expect");
        }

        private List<String> expected(String field) {
            return strings(expect().path(field));
        }

        private List<String> rows() {
            return strings(vector.path("current"));
        }

        private String target() {
            return vector.path("target").asString();
        }

        Object shape() {
            assertThat(graph.heads()).isEqualTo(expected("heads"));
            assertThat(graph.effectiveHeads()).isEqualTo(expected("effective_heads"));
            assertThat(graph.bases()).isEqualTo(expected("bases"));
            assertThat(graph.revisions().stream()
                            .map(Revision::id)
                            .filter(id -> graph.needs(id).isEmpty()))
                    .containsExactlyElementsOf(expected("effective_bases"));
            assertSame(graph.branchPoints(), expected("branch_points"));
            assertSame(graph.mergePoints(), expected("merge_points"));
            if (expect().has("labels")) {
                for (Revision revision : graph.revisions()) {
                    assertSame(
                            graph.labels().getOrDefault(revision.id(), Set.of()),
                            strings(expect().path("labels").path(revision.id())));
                }
            }
            return graph.heads();
        }

        Object resolve() {
            JsonNode many = expect().path("many");
            if (many.has("error")) {
                assertRefused(many.path("error"), () -> graph.resolveAll(target()));
            } else {
                assertSame(ids(graph.resolveAll(target())), strings(many));
            }
            JsonNode one = expect().path("one");
            if (one.has("error")) {
                assertRefused(one.path("error"), () -> graph.resolve(target()));
            } else {
                assertThat(ids(graph.resolve(target()).stream().toList())).isEqualTo(strings(one));
            }
            return one;
        }

        Object current() {
            assertSame(graph.current(rows()), expected("shown"));
            assertThat(graph.isAtHeads(rows()))
                    .isEqualTo(expect().path("at_heads").asBoolean());
            return graph.current(rows());
        }

        Object plan() {
            Plan plan = planned();
            if (!expect().has("error")) {
                List<String> steps = new ArrayList<>();
                expect().path("steps")
                        .forEach(step -> steps.add(step.path("revision").asString()));
                assertOrdered(PlanAssert.ids(plan), steps);
                assertThatPlan(plan, naive).keepsTheRules();
                assertSame(plan.rowsAfter(), expected("rows"));
                if (expect().has("start")) {
                    assertSame(plan.rowsBefore(), expected("start"));
                }
            }
            return plan;
        }

        private Target parsed() {
            return Target.parse(target());
        }

        private Plan planned() {
            boolean up = vector.path("kind").asString().equals("upgrade");
            if (vector.path("offline").asBoolean(false)) {
                return up ? graph.upgradeScript(parsed()) : graph.downgradeScript(parsed());
            }
            return up ? graph.upgrade(rows(), parsed()) : graph.downgrade(rows(), parsed());
        }

        Object stamp() {
            Set<String> rows = graph.stamp(
                    rows(),
                    strings(vector.path("target")).stream().map(Target::parse).toList());
            if (!expect().has("error")) {
                assertSame(rows, expected("rows"));
            }
            return rows;
        }

        Object history() {
            String range = vector.path("target").isNull() ? ":" : target();
            List<String> revisions = ids(graph.history(rows(), Target.parse(range)));
            if (!expect().has("error")) {
                assertOrdered(revisions, expected("revisions"));
                assertNewestFirst(revisions);
            }
            return revisions;
        }

        Object newRevision() {
            NewRevision place = graph.newRevision(
                    strings(vector.path("target")),
                    vector.path("splice").asBoolean(false),
                    strings(vector.path("depends_on")));
            if (!expect().has("error")) {
                assertSame(place.downRevisions(), expected("down_revision"));
                if (!vector.path("target").asStringOpt().orElse("").equals("heads")) {
                    assertThat(place.downRevisions()).isEqualTo(expected("down_revision"));
                }
                assertThat(place.dependsOn()).isEqualTo(expected("depends_on"));
            }
            return place;
        }

        private void assertOrdered(List<String> actual, List<String> expected) {
            assertSame(actual, expected);
            if (expect().path("order").asString().equals("total")) {
                assertThat(actual).isEqualTo(expected);
            }
        }

        private void assertNewestFirst(List<String> revisions) {
            Set<String> seen = new HashSet<>();
            for (String id : revisions) {
                assertThat(Collections.disjoint(seen, naive.needs(id)))
                        .as(id + " is listed before what it needs")
                        .isTrue();
                seen.add(id);
            }
        }

        private static void assertSame(Iterable<String> actual, List<String> expected) {
            assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
        }

        private static List<String> ids(List<Revision> revisions) {
            return revisions.stream().map(Revision::id).toList();
        }
    }
}
