/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.lint;

import dev.retort.cli.output.JsonAnswer;
import dev.retort.lint.Estimate;
import dev.retort.lint.Finding;
import dev.retort.lint.LintReport;
import dev.retort.lint.RevisionReport;
import dev.retort.lint.StatementReport;
import dev.retort.lint.TableLock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The whole report for programs. */
final class JsonReport {

    private JsonReport() {}

    static String write(LintReport report) {
        return JsonAnswer.text(answer(report));
    }

    static Map<String, @Nullable Object> answer(LintReport report) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("server", report.server());
        answer.put("sized", report.sized());
        answer.put("worst", report.worst().word());
        answer.put(
                "revisions",
                report.revisions().stream().map(JsonReport::revision).toList());
        answer.put("remarks", report.remarks());
        return answer;
    }

    private static Map<String, @Nullable Object> revision(RevisionReport revision) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("revision", revision.revision());
        answer.put("file", Files.relative(revision.file()));
        answer.put("message", revision.message());
        answer.put(
                "statements",
                revision.statements().stream().map(JsonReport::statement).toList());
        answer.put(
                "findings",
                revision.findings().stream().map(JsonReport::finding).toList());
        answer.put(
                "suppressed",
                revision.suppressed().stream().map(JsonReport::finding).toList());
        return answer;
    }

    private static Map<String, @Nullable Object> statement(StatementReport statement) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("line", statement.line());
        answer.put("statement", statement.statement());
        answer.put("autocommit", statement.autocommit());
        answer.put("locks", statement.locks().stream().map(JsonReport::lock).toList());
        answer.put("scans", statement.scans());
        answer.put("rewritten", statement.rewritten());
        answer.put("built", statement.built());
        answer.put("estimate", estimate(statement.estimate()));
        answer.put("held", estimate(statement.held()));
        return answer;
    }

    private static @Nullable Map<String, Object> lock(@Nullable TableLock lock) {
        if (lock == null) {
            return null;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("relation", lock.relation());
        answer.put("mode", lock.mode().words());
        answer.put("blocks", lock.mode().blocks());
        return answer;
    }

    private static @Nullable Map<String, Object> estimate(@Nullable Estimate estimate) {
        if (estimate == null) {
            return null;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("lowMillis", estimate.low().toMillis());
        answer.put("highMillis", estimate.high().toMillis());
        return answer;
    }

    private static Map<String, @Nullable Object> finding(Finding finding) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("rule", finding.rule().id());
        answer.put("severity", finding.severity().word());
        answer.put("revision", finding.revision());
        answer.put("file", Files.relative(finding.file()));
        answer.put("line", finding.line());
        answer.put("statement", finding.statement());
        answer.put("objects", List.copyOf(finding.objects()));
        answer.put("lock", lock(finding.lock()));
        answer.put("passes", finding.passes());
        answer.put("estimate", estimate(finding.estimate()));
        answer.put("evidence", finding.evidence().word());
        answer.put("message", finding.text());
        answer.put("rewrite", finding.rewrite());
        answer.put("examples", finding.examples());
        answer.put("page", RulePage.of(finding.rule()));
        answer.put("fingerprint", finding.fingerprint());
        return answer;
    }
}
