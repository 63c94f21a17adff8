/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.graph.Plan;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.step.PlannedStep;
import dev.retort.status.Hold;
import java.util.List;

/** The decision about a request in the state that was found. */
public sealed interface Decision {

    /**
     * There is nothing to do.
     *
     * @param held whether a hold keeps it so
     * @param ahead whether the database has revisions that this build does not know
     */
    record NoOp(boolean held, boolean ahead) implements Decision {}

    /**
     * A plan is to be run.
     *
     * @param plan the plan
     * @param steps what its steps run
     * @param revisions all revisions that are known
     * @param hold what happens to the hold
     */
    record Execute(Plan plan, List<PlannedStep> steps, Revisions revisions, HoldChange hold) implements Decision {
        public Execute {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Nothing is to be run, and a hold ends.
     *
     * @param hold the hold
     */
    record Release(Hold hold) implements Decision {}

    /** The change of the hold by a run. */
    enum HoldChange {
        /** Leaves it. */
        NONE,
        /** Makes one. */
        HOLD,
        /** Ends it. */
        RELEASE
    }
}
