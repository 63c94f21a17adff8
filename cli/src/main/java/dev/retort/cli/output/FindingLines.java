/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.output;

import dev.retort.lint.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Formats what the build's lint found in the revisions of a plan. */
public final class FindingLines {

    private FindingLines() {}

    /** {@return a line for each finding} */
    public static List<String> of(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.severity().word() + " " + finding.rule().id() + " in " + finding.revision()
                        + (finding.line() > 0 ? ", line " + finding.line() : "") + ": " + finding.text())
                .toList();
    }

    /** {@return the findings for JSON} */
    public static List<Map<String, Object>> json(List<Finding> findings) {
        return findings.stream().map(FindingLines::json).toList();
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("revision", finding.revision());
        answer.put("rule", finding.rule().id());
        answer.put("severity", finding.severity().word());
        answer.put("line", finding.line());
        answer.put("message", finding.text());
        return answer;
    }
}
