/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.lint;

import dev.retort.cli.output.JsonAnswer;
import dev.retort.lint.Finding;
import dev.retort.lint.LintReport;
import dev.retort.lint.Rule;
import dev.retort.lint.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"). */
final class SarifReport {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private SarifReport() {}

    static String write(LintReport report) {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Retort lint");
        driver.put("rules", rules());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "utf16CodeUnits");
        List<Object> results = new ArrayList<>();
        Fingerprints fingerprints = new Fingerprints();
        Levels.shown(report).forEach(finding -> results.add(result(finding, fingerprints, List.of())));
        report.revisions().stream()
                .flatMap(revision -> revision.suppressed().stream())
                .forEach(finding -> results.add(result(finding, fingerprints, List.of(Map.of("kind", "inSource")))));
        run.put("results", results);
        Map<String, Object> sarif = new LinkedHashMap<>();
        sarif.put("$schema", SCHEMA);
        sarif.put("version", "2.1.0");
        sarif.put("runs", List.of(run));
        return JsonAnswer.text(sarif);
    }

    private static List<Object> rules() {
        List<Object> rules = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("id", rule.id());
            answer.put("shortDescription", Map.of("text", rule.title() + "."));
            answer.put("help", Map.of("text", "See " + RulePage.of(rule) + " in the guide of Retort."));
            answer.put("defaultConfiguration", Map.of("level", level(rule.severity())));
            rules.add(answer);
        }
        return rules;
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case ADVICE, INFO -> "note";
            case OFF -> "none";
        };
    }

    // the rules of a report are in the order of the enum
    @SuppressWarnings("EnumOrdinal")
    private static Map<String, Object> result(Finding finding, Fingerprints fingerprints, List<Object> suppressions) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("artifactLocation", Map.of("uri", uri(finding.file())));
        location.put("region", Map.of("startLine", Math.max(1, finding.line())));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.rule().id());
        result.put("ruleIndex", finding.rule().ordinal());
        result.put("level", level(finding.severity()));
        result.put("message", Map.of("text", Levels.withRewrite(finding)));
        result.put("locations", List.of(Map.of("physicalLocation", location)));
        result.put("partialFingerprints", Map.of("retortFinding/v1", fingerprints.next(finding)));
        if (!suppressions.isEmpty()) {
            result.put("suppressions", suppressions);
        }
        return result;
    }

    private static String uri(String file) {
        try {
            return new java.net.URI(null, null, Files.relative(file), null).toASCIIString();
        } catch (java.net.URISyntaxException e) {
            return "unknown";
        }
    }
}
