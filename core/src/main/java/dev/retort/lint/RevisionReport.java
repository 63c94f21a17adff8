/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.lint;

import java.util.List;

/**
 * The effects of one revision on the scratch server, with the findings of the rules.
 *
 * @param revision the revision
 * @param file where it was read
 * @param checksum the checksum of its script; empty for none
 * @param message the message of its header
 * @param statements its statements in order, as far as they ran
 * @param findings the findings by line
 * @param suppressed findings that the revision allows
 * @since 0.1
 */
public record RevisionReport(
        String revision,
        String file,
        String checksum,
        String message,
        List<StatementReport> statements,
        List<Finding> findings,
        List<Finding> suppressed) {

    /**
     * Copies the lists.
     *
     * @param revision the revision
     * @param file where it was read
     * @param checksum the checksum of its script; empty for none
     * @param message the message of its header
     * @param statements its statements in order, as far as they ran
     * @param findings the findings by line
     * @param suppressed findings that the revision allows
     */
    public RevisionReport {
        statements = List.copyOf(statements);
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
    }
}
