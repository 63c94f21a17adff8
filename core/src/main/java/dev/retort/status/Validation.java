/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.status;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How scripts and history compare.
 *
 * @param findings in what they do not agree, in the order of the graph
 * @param heads the heads of the scripts; several are no fault of the database, but no target is then simply the head
 * @param compared how many applied revisions were compared with their script
 * @param hold the hold that is in force, which is no finding; {@code null} for none
 * @since 0.1
 */
public record Validation(
        List<Finding> findings,
        List<String> heads,
        int compared,
        @Nullable Hold hold) {

    /**
     * Copies the lists.
     *
     * @param findings in what they do not agree, in the order of the graph
     * @param heads the heads of the scripts; several are no fault of the database, but no target is then simply the
     *     head
     * @param compared how many applied revisions were compared with their script
     * @param hold the hold that is in force, which is no finding; {@code null} for none
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
