/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import dev.retort.graph.Direction;
import dev.retort.graph.Plan;
import dev.retort.graph.Revision;
import dev.retort.graph.Step;
import dev.retort.graph.Target;
import dev.retort.internal.script.DowngradeSection;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Revisions;
import dev.retort.run.IrreversibleException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes the steps of a plan. */
public final class PlannedSteps {

    private PlannedSteps() {}

    /** {@return what each step of a plan runs; whatever cannot run is refused here, before anything does} */
    public static List<PlannedStep> of(Plan plan, Revisions revisions, StepValues values, JavaSteps javaSteps) {
        List<PlannedStep> steps = new ArrayList<>();
        for (Step step : plan.steps()) {
            RevisionScript shown = revisions.script(step.revision().id());
            RevisionScript script = values.resolve(shown, revisions);
            Revision place = revisions.place(shown.revision().id());
            requireReversible(step, script);
            steps.add(
                    script.code() == null
                            ? new SqlStep(
                                    step,
                                    place,
                                    script,
                                    shown,
                                    values.toKeep(shown),
                                    originals(step, script, revisions))
                            : javaSteps.of(step, place, script));
        }
        return steps;
    }

    /** {@return the steps that lead from the version rows before to those after where nothing is squashed} */
    private static List<Step> originals(Step step, RevisionScript script, Revisions revisions) {
        if (script.squash() == null) {
            return List.of();
        }
        boolean up = step.direction() == Direction.UPGRADE;
        List<Step> steps = new ArrayList<>(revisions
                .originals()
                .upgrade(
                        up ? step.rowsBefore() : step.rowsAfter(),
                        Target.parse(script.revision().id()))
                .steps());
        if (!up) {
            Collections.reverse(steps);
            steps.replaceAll(one -> new Step(
                    one.revision(),
                    Direction.DOWNGRADE,
                    /* rowsBefore= */ one.rowsAfter(),
                    /* rowsAfter= */ one.rowsBefore()));
        }
        return steps;
    }

    /** Makes the steps of Java revisions. */
    @FunctionalInterface
    public interface JavaSteps {
        /** {@return what the step of a Java revision runs} */
        JavaStep of(Step step, Revision place, RevisionScript script);
    }

    private static void requireReversible(Step step, RevisionScript script) {
        if (step.direction() == Direction.DOWNGRADE
                && script.downgrade() instanceof DowngradeSection.Irreversible irreversible) {
            throw new IrreversibleException(step.revision().id(), script.source(), irreversible.reason());
        }
    }
}
