/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import dev.retort.graph.Plan;
import dev.retort.graph.RevisionGraph;
import dev.retort.graph.Step;
import dev.retort.graph.Target;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Revisions;
import dev.retort.lint.LintRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The revisions that are judged, and the state before them.
 *
 * @param rows the version rows of a database before the first of them
 * @param scripts the scripts in the order in which they run
 * @param graph the graph of all revisions
 */
record LintPlan(Collection<String> rows, List<RevisionScript> scripts, RevisionGraph graph) {

    /** {@return the plan of a request that names its revisions, or judges all} */
    static LintPlan ofScripts(LintRequest request, List<RevisionScript> all) {
        RevisionGraph graph = graph(all);
        String since = request.since();
        String range = request.range();
        Plan plan = range != null
                ? graph.upgradeScript(Target.parse(range))
                : since != null
                        ? graph.upgradeScript(Target.parse(since + ":heads"))
                        : graph.upgrade(List.of(), Target.parse("heads"));
        return of(plan, all, graph);
    }

    /** {@return the plan of what is pending} */
    static LintPlan pending(Collection<String> current, List<RevisionScript> all) {
        RevisionGraph graph = graph(all);
        List<String> known = current.stream().filter(graph::contains).toList();
        return of(graph.upgrade(known, Target.parse("heads")), all, graph);
    }

    private static RevisionGraph graph(List<RevisionScript> all) {
        return Revisions.of(all).graph();
    }

    private static LintPlan of(Plan plan, List<RevisionScript> all, RevisionGraph graph) {
        Map<String, RevisionScript> byId = new LinkedHashMap<>();
        all.forEach(script -> byId.put(script.revision().id(), script));
        List<RevisionScript> scripts = new ArrayList<>();
        for (Step step : plan.steps()) {
            scripts.add(Objects.requireNonNull(byId.get(step.revision().id())));
        }
        return new LintPlan(plan.rowsBefore(), scripts, graph);
    }
}
