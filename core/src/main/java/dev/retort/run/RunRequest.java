/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.graph.Target;
import dev.retort.migration.RunArguments;
import org.jspecify.annotations.Nullable;

/**
 * The request for a run.
 *
 * @param target the target; a range for a script, names separated by blanks or commas for a stamp
 * @param dryRun whether to plan and render only, without a change and without the lock
 * @param respectHold whether an explicit upgrade is refused while a hold is in force; otherwise it ends the hold
 * @param purge whether a stamp deletes all version rows first
 * @param requester the requester
 * @param reason a reason for the history; {@code null} for none
 * @param arguments the arguments for listeners and placeholders
 * @since 0.1
 */
public record RunRequest(
        Target target,
        boolean dryRun,
        boolean respectHold,
        boolean purge,
        Requester requester,
        @Nullable String reason,
        RunArguments arguments) {

    /**
     * {@return a request of a starting service}
     *
     * @param target a target as Alembic reads it, such as {@code heads}
     */
    public static RunRequest atStartup(String target) {
        return of(Requester.startup(), target);
    }

    /**
     * {@return an explicit request of an operator or a job, whose upgrade or stamp ends a hold}
     *
     * @param principal the authenticated name, for the history; {@code null} when there is none
     * @param target a target as Alembic reads it, such as {@code head}, {@code -1} or a revision id
     */
    public static RunRequest by(@Nullable String principal, String target) {
        return of(Requester.operator(principal), target);
    }

    private static RunRequest of(Requester requester, String target) {
        return new RunRequest(Target.parse(target), false, false, false, requester, null, RunArguments.none());
    }

    /**
     * {@return this request, as a dry run or not}
     *
     * @param value whether to plan and render only: nothing is changed, no lock is taken; {@code false} unless set
     */
    public RunRequest withDryRun(boolean value) {
        return new RunRequest(target, value, respectHold, purge, requester, reason, arguments);
    }

    /**
     * {@return this request, respecting a hold as a starting service does, or not}
     *
     * @param value whether a hold refuses the upgrade; {@code false} unless set: an operator's upgrade ends the hold
     */
    public RunRequest withRespectHold(boolean value) {
        return new RunRequest(target, dryRun, value, purge, requester, reason, arguments);
    }

    /**
     * {@return this request, deleting all version rows first or not}
     *
     * @param value whether a stamp deletes all version rows first; {@code false} unless set
     */
    public RunRequest withPurge(boolean value) {
        return new RunRequest(target, dryRun, respectHold, value, requester, reason, arguments);
    }

    /**
     * {@return this request with a reason for the history; {@code null} for none}
     *
     * @param value one sentence; {@code null} for none
     */
    public RunRequest withReason(@Nullable String value) {
        return new RunRequest(target, dryRun, respectHold, purge, requester, value, arguments);
    }

    /**
     * {@return this request with arguments for listeners and placeholders}
     *
     * @param value Alembic's {@code --tag} and {@code -x}; {@link RunArguments#none} unless set
     */
    public RunRequest withArguments(RunArguments value) {
        return new RunRequest(target, dryRun, respectHold, purge, requester, reason, value);
    }
}
