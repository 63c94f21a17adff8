/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.lint;

import dev.retort.lint.Finding;
import dev.retort.lint.LintReport;
import dev.retort.lint.Severity;
import java.util.List;

/** The levels at which the formats for code hosts show findings. */
final class Levels {

    private Levels() {}

    /** {@return the findings but those that only JSON shows} */
    static List<Finding> shown(LintReport report) {
        return report.findings().stream()
                .filter(finding -> finding.severity().compareTo(Severity.ADVICE) >= 0)
                .toList();
    }

    /** {@return the message with its rewrite below} */
    static String withRewrite(Finding finding) {
        return finding.rewrite() == null ? finding.text() : finding.text() + "\n\nInstead:\n" + finding.rewrite();
    }
}
