/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.lint;

import dev.retort.cli.output.JsonAnswer;
import dev.retort.lint.Finding;
import dev.retort.lint.LintReport;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The code quality report of GitLab. */
final class GitlabReport {

    private GitlabReport() {}

    static String write(LintReport report) {
        Fingerprints fingerprints = new Fingerprints();
        List<Map<String, Object>> issues = Levels.shown(report).stream()
                .map(finding -> issue(finding, fingerprints.next(finding)))
                .toList();
        return JsonAnswer.text(issues);
    }

    private static Map<String, Object> issue(Finding finding, String fingerprint) {
        Map<String, Object> issue = new LinkedHashMap<>();
        issue.put("description", finding.text());
        issue.put("check_name", finding.rule().id());
        issue.put("fingerprint", digest(fingerprint));
        issue.put("severity", severity(finding));
        issue.put(
                "location",
                Map.of("path", Files.relative(finding.file()), "lines", Map.of("begin", Math.max(1, finding.line()))));
        return issue;
    }

    private static String severity(Finding finding) {
        return switch (finding.severity()) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case ADVICE -> "minor";
            case INFO, OFF -> "info";
        };
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
