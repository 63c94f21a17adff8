/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import org.jspecify.annotations.Nullable;

/**
 * What an adoption makes of one imported revision.
 *
 * @param id the revision
 * @param how whether it ran
 * @param run who ran it and when; {@code null} for one that the other tool did not run
 */
record AdoptedRevision(String id, How how, FlywayRow.@Nullable Run run) {

    /** Whether a revision ran. */
    enum How {
        /** The other tool ran it. */
        RAN,
        /** A baseline, or the request, says that the database has what it does. */
        COVERED,
        /** It has not run although newer ones did: Retort runs it with the adoption. */
        RUN_NOW
    }
}
