/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An imported revision as an adoption records it.
 *
 * @param id the revision
 * @param how whether it ran
 * @param runs who ran it and when, once for each migration that it comes from; empty when the other tool did not run it
 */
public record AdoptedRevision(String id, How how, List<Execution> runs) {

    /** Copies the list. */
    public AdoptedRevision {
        runs = List.copyOf(runs);
    }

    /** {@return the last run; {@code null} if the other tool did not run it} */
    public @Nullable Execution run() {
        return runs.isEmpty() ? null : runs.get(runs.size() - 1);
    }

    /**
     * Who ran a migration, and when.
     *
     * @param by the user
     * @param at when it ended
     * @param took how long it took
     */
    public record Execution(String by, Instant at, Duration took) {}

    /** Whether a revision ran. */
    public enum How {
        /** The other tool ran it. */
        RAN,
        /** A baseline, or the request, says that the database has what it does. */
        COVERED,
        /** It has not run although newer ones did: Retort runs it with the adoption. */
        RUN_NOW
    }
}
