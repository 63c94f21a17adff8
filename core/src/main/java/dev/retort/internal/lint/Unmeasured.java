/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import dev.retort.internal.script.RevisionScript;
import dev.retort.lint.Evidence;
import dev.retort.lint.Finding;
import dev.retort.lint.RevisionReport;
import dev.retort.lint.Rule;
import java.util.List;

/** Reports of revisions that did not run on the scratch server. */
final class Unmeasured {

    private Unmeasured() {}

    /** {@return whether a revision did not run to its end, so that what depends on it cannot run} */
    static boolean isIncomplete(RevisionReport report) {
        return report.findings().stream()
                        .anyMatch(finding -> finding.rule() == Rule.NOT_MEASURED
                                || finding.rule() == Rule.ENUM_VALUE_USED_BEFORE_COMMIT)
                || report.suppressed().stream().anyMatch(finding -> finding.rule() == Rule.NOT_MEASURED);
    }

    static RevisionReport java(RevisionScript script, String reason) {
        return report(
                script,
                "The revision is a Java class that lint does not measure, nor the revisions that depend on it. "
                        + reason);
    }

    static RevisionReport after(RevisionScript script, List<String> failed) {
        return report(
                script,
                "The revision did not run on the scratch server, because " + String.join(", ", failed)
                        + ", on which it depends, did not run to its end there.");
    }

    private static RevisionReport report(RevisionScript script, String message) {
        Finding finding = new Finding(
                Rule.NOT_MEASURED,
                Rule.NOT_MEASURED.severity(),
                script.revision().id(),
                script.source(),
                0,
                "",
                List.of(),
                null,
                null,
                0,
                null,
                Evidence.NOT_MEASURED,
                message,
                null,
                List.of());
        return new RevisionReport(
                script.revision().id(),
                script.source(),
                script.checksum(),
                script.message(),
                List.of(),
                List.of(finding),
                List.of());
    }
}
