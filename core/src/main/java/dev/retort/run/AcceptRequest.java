/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;
import java.util.List;

/**
 * The decision of an operator to accept changed scripts: because their effect is the same, or because the difference was
 * applied to the database by hand.
 *
 * @param revisions ids, or targets that resolve to one revision; none for all changed scripts
 * @param requester the requester
 * @param reason why, for the history
 * @since 0.1
 */
public record AcceptRequest(List<String> revisions, Requester requester, String reason) {

    /**
     * Copies the revisions and requires a reason.
     *
     * @param revisions ids, or targets that resolve to one revision; none for all changed scripts
     * @param requester the requester
     * @param reason why, for the history
     */
    public AcceptRequest {
        revisions = List.copyOf(revisions);
        if (reason.isBlank()) {
            throw new RetortException(
                    "A changed script is accepted only with a reason.",
                    "After that, Retort no longer warns that the database was migrated with another text.",
                    "Give a reason; Retort records it in the history.");
        }
    }
}
