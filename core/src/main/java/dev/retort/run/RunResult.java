/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.status.Hold;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run.
 *
 * @param operation an upgrade, a downgrade or a stamp
 * @param dryRun whether only a plan was requested
 * @param before the version rows before, sorted
 * @param after the version rows after, sorted; in a dry run those that the plan leads to
 * @param steps the steps in order
 * @param held whether a hold is in force after the run: a starting service will not upgrade
 * @param released the hold that the run ended, or in a dry run would end; {@code null} when there was none
 * @param ahead whether the database has revisions that this build does not know
 * @param found how many revisions this build has
 * @param took how long it took, waiting included
 * @since 0.1
 */
public record RunResult(
        RunKind operation,
        boolean dryRun,
        List<String> before,
        List<String> after,
        List<StepResult> steps,
        boolean held,
        @Nullable Hold released,
        boolean ahead,
        int found,
        Duration took) {

    /**
     * Copies the lists.
     *
     * @param operation an upgrade, a downgrade or a stamp
     * @param dryRun whether only a plan was requested
     * @param before the version rows before, sorted
     * @param after the version rows after, sorted; in a dry run those that the plan leads to
     * @param steps the steps in order
     * @param held whether a hold is in force after the run: a starting service will not upgrade
     * @param released the hold that the run ended, or in a dry run would end; {@code null} when there was none
     * @param ahead whether the database has revisions that this build does not know
     * @param found how many revisions this build has
     * @param took how long it took, waiting included
     */
    public RunResult {
        before = List.copyOf(before);
        after = List.copyOf(after);
        steps = List.copyOf(steps);
    }
}
