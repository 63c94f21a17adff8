/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operator's downgrade that keeps starting services from going up again.
 *
 * @param rows the version rows that the downgrade led to
 * @param knownRevisions every revision that the build which downgraded knew
 * @param principal who asked for it; {@code null} when nobody authenticated did
 * @param since when
 */
public record Hold(
        List<String> rows,
        List<String> knownRevisions,
        @Nullable String principal,
        Instant since) {

    /** Copies the lists. */
    public Hold {
        rows = List.copyOf(rows);
        knownRevisions = List.copyOf(knownRevisions);
    }
}
