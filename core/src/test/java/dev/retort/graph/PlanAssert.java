/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractAssert;

/** Holds a plan against the rules: its order, and the version rows after each of its steps. */
final class PlanAssert extends AbstractAssert<PlanAssert, Plan> {

    private final NaiveGraph graph;

    private PlanAssert(Plan plan, NaiveGraph graph) {
        super(plan, PlanAssert.class);
        this.graph = graph;
    }

    static PlanAssert assertThatPlan(Plan plan, NaiveGraph graph) {
        return new PlanAssert(plan, graph);
    }

    PlanAssert keepsTheRules() {
        Set<String> applied = graph.applied(actual.rowsBefore());
        Set<String> rows = actual.rowsBefore();
        for (Step step : actual.steps()) {
            assertThat(step.rowsBefore()).as("rows before " + step).isEqualTo(rows);
            apply(step, applied);
            rows = graph.rows(applied);
            assertThat(step.rowsAfter()).as("rows after " + step).isEqualTo(rows);
        }
        assertThat(actual.rowsAfter()).isEqualTo(rows);
        return this;
    }

    private void apply(Step step, Set<String> applied) {
        String id = step.revision().id();
        if (step.direction() == Direction.UPGRADE) {
            assertThat(applied).as("applied before " + id).containsAll(graph.needs(id));
            assertThat(applied.add(id)).as("newly applied " + id).isTrue();
        } else {
            assertThat(applied.remove(id)).as("downgraded " + id).isTrue();
            Set<String> stillNeeded = new HashSet<>();
            applied.forEach(other -> stillNeeded.addAll(graph.needs(other)));
            assertThat(stillNeeded).as("needed after the downgrade of " + id).doesNotContain(id);
        }
    }

    PlanAssert hasSteps(String... ids) {
        assertThat(ids(actual)).containsExactly(ids);
        return this;
    }

    PlanAssert endsAt(String... rows) {
        assertThat(actual.rowsAfter()).containsExactlyInAnyOrder(rows);
        return this;
    }

    static List<String> ids(Plan plan) {
        return plan.steps().stream().map(step -> step.revision().id()).toList();
    }
}
