/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.status;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operator's downgrade that keeps starting services from going up again.
 *
 * @param rows the version rows that the downgrade led to
 * @param knownRevisions every revision that the build which downgraded knew
 * @param principal who asked for it; {@code null} when nobody authenticated did
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
     * @param rows the version rows that the downgrade led to
     * @param knownRevisions every revision that the build which downgraded knew
     * @param principal who asked for it; {@code null} when nobody authenticated did
     * @param since when
     */
    public Hold {
        rows = List.copyOf(rows);
        knownRevisions = List.copyOf(knownRevisions);
    }

    /** {@return what made it: a downgrade, when, and by whom} */
    public String origin() {
        return "a downgrade of " + since + (principal == null ? "" : " by " + principal);
    }

    /** {@return where it keeps the database, in words} */
    public String place() {
        return rows.isEmpty() ? "the base" : String.join(", ", rows);
    }

    /**
     * {@return whether one of these revisions ends it: it was not known when the hold was made}
     *
     * @param revisions the ids of all revisions of a build
     */
    public boolean isEndedBy(Collection<String> revisions) {
        return !knownRevisions.containsAll(revisions);
    }
}
