/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of a run.
 *
 * @param target a target as Alembic reads it, such as {@code head}, {@code -1} or a revision id
 * @param dryRun whether to plan and render only: nothing is changed, no lock is taken
 * @param release whether an upgrade ends a hold
 * @param requester who asks
 * @param reason a reason for the history; {@code null} for none
 */
public record RunRequest(
        String target,
        boolean dryRun,
        boolean release,
        Requester requester,
        @Nullable String reason) {

    /** {@return a request of a starting service} */
    public static RunRequest atStartup(String target) {
        return new RunRequest(target, false, false, Requester.startup(), null);
    }

    /** {@return an explicit request of a person or a job, whose upgrade respects a hold} */
    public static RunRequest by(@Nullable String principal, String target) {
        return new RunRequest(target, false, false, Requester.operator(principal), null);
    }

    /** {@return this request, as a dry run or not} */
    public RunRequest withDryRun(boolean value) {
        return new RunRequest(target, value, release, requester, reason);
    }

    /** {@return this request, ending a hold or not} */
    public RunRequest withRelease(boolean value) {
        return new RunRequest(target, dryRun, value, requester, reason);
    }
}
