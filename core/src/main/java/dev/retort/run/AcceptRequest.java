/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;
import java.util.List;

/**
 * The decision of a person that changed scripts stand for what was run: because what they do is the same, or because the
 * difference was brought to the database by hand.
 *
 * @param revisions ids, or what resolves to one revision; none stands for all whose script was changed
 * @param requester who says so
 * @param reason why, for the history
 * @since 0.1
 */
public record AcceptRequest(List<String> revisions, Requester requester, String reason) {

    /**
     * Copies the revisions and asks for a reason.
     *
     * @param revisions ids, or what resolves to one revision; none stands for all whose script was changed
     * @param requester who says so
     * @param reason why, for the history
     */
    public AcceptRequest {
        revisions = List.copyOf(revisions);
        if (reason.isBlank()) {
            throw new RetortException(
                    "A changed script is accepted only with a reason.",
                    "From then on nobody is warned that the database was made by another text.",
                    "Say why, for those who read the history.");
        }
    }
}
