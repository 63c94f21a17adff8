/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import org.jspecify.annotations.Nullable;

/**
 * How a partial revision continues: the outcome of a statement that started and did not finish, as an operator found it,
 * or that the whole revision runs again.
 *
 * @param revision the id of its revision
 * @param statement the outcome of the statement
 * @param requester the requester
 * @param reason why, for the history; {@code null} for none
 * @since 0.1
 */
public record RepairRequest(
        String revision,
        Statement statement,
        Requester requester,
        @Nullable String reason) {

    /** The outcome of the statement. */
    public enum Statement {
        /** It took effect: the step continues after it. */
        DONE,
        /** It did not take effect, or its effect was removed: it runs again. */
        AGAIN,
        /** The committed changes of the revision stay, and the whole revision runs again. */
        RESTART
    }
}
