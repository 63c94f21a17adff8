/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.status;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of scripts and history.
 *
 * @param findings the differences, in the order of the graph
 * @param heads the heads of the scripts; several heads are not an error of the database, but then the target head is
 *     ambiguous
 * @param compared how many applied revisions were compared with their script
 * @param hold the hold that is in force, which is not a finding; {@code null} for none
 * @since 0.1
 */
public record Validation(
        List<ValidationFinding> findings,
        List<String> heads,
        int compared,
        @Nullable Hold hold) {

    /**
     * Copies the lists.
     *
     * @param findings the differences, in the order of the graph
     * @param heads the heads of the scripts; several heads are not an error of the database, but then the target head is
     *     ambiguous
     * @param compared how many applied revisions were compared with their script
     * @param hold the hold that is in force, which is not a finding; {@code null} for none
     */
    public Validation {
        findings = List.copyOf(findings);
        heads = List.copyOf(heads);
    }

    /** {@return whether they agree} */
    public boolean isClean() {
        return findings.isEmpty();
    }
}
