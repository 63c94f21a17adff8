/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.adoption;

import java.util.List;

/**
 * The result of an adoption.
 *
 * @param tool the other tool
 * @param table its history table, quoted and with its schema
 * @param dryRun whether nothing was changed
 * @param rows the version rows that it leads to
 * @param adopted the revisions that the other tool had run, in order
 * @param covered the revisions that its baseline covers, or that the request skips
 * @param ran the revisions that were run with it
 * @param guarded whether the other tool can no longer write to its table
 * @param notes notes for the operator
 * @since 0.1
 */
public record AdoptionResult(
        String tool,
        String table,
        boolean dryRun,
        List<String> rows,
        List<String> adopted,
        List<String> covered,
        List<String> ran,
        boolean guarded,
        List<String> notes) {

    /**
     * Copies the lists.
     *
     * @param tool the other tool
     * @param table its history table, quoted and with its schema
     * @param dryRun whether nothing was changed
     * @param rows the version rows that it leads to
     * @param adopted the revisions that the other tool had run, in order
     * @param covered the revisions that its baseline covers, or that the request skips
     * @param ran the revisions that were run with it
     * @param guarded whether the other tool can no longer write to its table
     * @param notes notes for the operator
     */
    public AdoptionResult {
        rows = List.copyOf(rows);
        adopted = List.copyOf(adopted);
        covered = List.copyOf(covered);
        ran = List.copyOf(ran);
        notes = List.copyOf(notes);
    }
}
