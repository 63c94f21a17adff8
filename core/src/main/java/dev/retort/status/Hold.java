/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.status;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hold: an operator's downgrade, after which starting services do not upgrade again.
 *
 * @param rows the version rows after the downgrade
 * @param knownRevisions every revision of the build that downgraded
 * @param principal the authenticated name of the requester; {@code null} if there was none
 * @param since when
 * @since 0.1
 */
public record Hold(
        List<String> rows,
        List<String> knownRevisions,
        @Nullable String principal,
        Instant since) {

    /**
     * Copies the lists.
     *
     * @param rows the version rows after the downgrade
     * @param knownRevisions every revision of the build that downgraded
     * @param principal the authenticated name of the requester; {@code null} if there was none
     * @param since when
     */
    public Hold {
        rows = List.copyOf(rows);
        knownRevisions = List.copyOf(knownRevisions);
    }

    /** {@return its origin: a downgrade, when, and by whom} */
    public String origin() {
        return "a downgrade of " + since + (principal == null ? "" : " by " + principal);
    }

    /** {@return the revisions that it holds the database at, in words} */
    public String place() {
        return rows.isEmpty() ? "the base" : String.join(", ", rows);
    }

    /**
     * {@return whether one of these revisions ends it: it was added after the hold}
     *
     * @param revisions the ids of all revisions of a build
     */
    public boolean isEndedBy(Collection<String> revisions) {
        return !knownRevisions.containsAll(revisions);
    }
}
