/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.lint;

import dev.retort.lint.Finding;
import dev.retort.lint.LintReport;
import dev.retort.lint.Severity;
import java.util.stream.Collectors;

/** Workflow commands of GitHub Actions, which it shows beside the lines of a pull request. */
final class GithubReport {

    private GithubReport() {}

    static String write(LintReport report) {
        return Levels.shown(report).stream().map(GithubReport::line).collect(Collectors.joining("\n"));
    }

    private static String line(Finding finding) {
        String command = finding.severity() == Severity.ERROR
                ? "error"
                : finding.severity() == Severity.WARNING ? "warning" : "notice";
        return "::" + command + " file=" + property(Files.relative(finding.file())) + ",line="
                + Math.max(1, finding.line()) + ",title="
                + property(finding.rule().id()) + "::"
                + data(Levels.withRewrite(finding));
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
