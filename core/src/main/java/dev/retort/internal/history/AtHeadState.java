/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import java.util.List;
import java.util.Map;

/**
 * The state of a database that Retort has migrated before, read in one round trip.
 *
 * @param server what the server is
 * @param rows the version rows
 * @param digest over the revisions that were run here and are still applied, with their checksums: see {@link Digest};
 *     empty when {@code verified} makes it needless
 * @param unfinished whether a step stopped between autocommit statements
 * @param verified whether the newest history row has the digest that was asked for, and led to these version rows
 * @param notes which script of a squashed revision ran here, by the id of the revision; empty when {@code verified}
 */
public record AtHeadState(
        ServerFacts server,
        List<String> rows,
        String digest,
        boolean unfinished,
        boolean verified,
        Map<String, String> notes) {

    /** Copies the rows. */
    public AtHeadState {
        rows = List.copyOf(rows);
        notes = Map.copyOf(notes);
    }
}
