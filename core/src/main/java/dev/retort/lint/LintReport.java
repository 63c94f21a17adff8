/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.lint;

import java.util.Comparator;
import java.util.List;

/**
 * The answer of {@code lint}.
 *
 * @param server the scratch server, such as {@code PostgreSQL 17}
 * @param sized whether sizes of the real database are known
 * @param revisions the revisions in the order in which they run
 * @param remarks what limits the answer, a sentence each
 * @since 0.1
 */
public record LintReport(String server, boolean sized, List<RevisionReport> revisions, List<String> remarks) {

    /**
     * Copies the lists.
     *
     * @param server the scratch server, such as {@code PostgreSQL 17}
     * @param sized whether sizes of the real database are known
     * @param revisions the revisions in the order in which they run
     * @param remarks what limits the answer, a sentence each
     */
    public LintReport {
        revisions = List.copyOf(revisions);
        remarks = List.copyOf(remarks);
    }

    /** {@return the findings of all revisions in their order} */
    public List<Finding> findings() {
        return revisions.stream()
                .flatMap(revision -> revision.findings().stream())
                .toList();
    }

    /** {@return the greatest severity of all findings; {@link Severity#OFF} without findings} */
    public Severity worst() {
        return findings().stream()
                .map(Finding::severity)
                .max(Comparator.naturalOrder())
                .orElse(Severity.OFF);
    }

    /**
     * {@return how many findings have this severity}
     *
     * @param severity exactly this one, not those above it
     */
    public long count(Severity severity) {
        return findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
