/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import org.jspecify.annotations.Nullable;

/**
 * How a revision that stopped in the middle goes on: what a person found out about a statement that was begun and did not
 * end, or that all of it is to run again.
 *
 * @param revision the id of its revision
 * @param statement what is to happen with it
 * @param requester who says so
 * @param reason why, for the history; {@code null} for none
 * @since 0.1
 */
public record RepairRequest(
        String revision,
        Statement statement,
        Requester requester,
        @Nullable String reason) {

    /** What is to happen with the statement. */
    public enum Statement {
        /** It took effect: the step goes on behind it. */
        DONE,
        /** It did not, or what it left was cleared away: it runs again. */
        AGAIN,
        /** What the revision committed stays, and all of it runs again from its beginning. */
        RESTART
    }
}
