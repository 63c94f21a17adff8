/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.lint;

import dev.retort.lint.Finding;
import dev.retort.lint.LintReport;
import dev.retort.lint.RevisionReport;
import dev.retort.lint.Severity;
import dev.retort.lint.StatementReport;
import java.util.List;
import java.util.stream.Collectors;

/** One comment for a pull request; without example keys, which are data. */
final class MarkdownReport {

    private MarkdownReport() {}

    static String write(LintReport report) {
        StringBuilder text = new StringBuilder("### Retort lint\n\n");
        text.append(Summary.of(report))
                .append(' ')
                .append(Summary.basis(report))
                .append("\n");
        for (RevisionReport revision : report.revisions()) {
            revision(text, revision);
        }
        if (!report.remarks().isEmpty()) {
            text.append("\n");
            report.remarks()
                    .forEach(remark -> text.append("- ").append(escaped(remark)).append('\n'));
        }
        return text.toString().stripTrailing();
    }

    private static void revision(StringBuilder text, RevisionReport revision) {
        text.append("\n#### `")
                .append(revision.revision())
                .append("` ")
                .append(escaped(revision.message()))
                .append("\n\n| line | statement | lock | work | held |\n|---:|---|---|---|---|\n");
        revision.statements().forEach(statement -> row(text, statement));
        List<Finding> findings = revision.findings().stream()
                .filter(finding -> finding.severity().compareTo(Severity.ADVICE) >= 0)
                .toList();
        findings.forEach(finding -> finding(text, finding));
    }

    private static void row(StringBuilder text, StatementReport statement) {
        String locks = statement.locks().stream()
                .map(lock -> (lock.mode().blocksReads() ? "🔴 " : lock.mode().blocksWrites() ? "🟡 " : "") + lock)
                .collect(Collectors.joining(", "));
        text.append("| ")
                .append(statement.line())
                .append(" | ")
                .append(code(statement.statement()))
                .append(" | ")
                .append(cell(locks))
                .append(" | ")
                .append(cell(Summary.work(statement)))
                .append(" | ")
                .append(statement.held() == null ? "" : statement.held())
                .append(" |\n");
    }

    private static void finding(StringBuilder text, Finding finding) {
        text.append("\n**")
                .append(finding.severity().word())
                .append("** `")
                .append(finding.rule().id())
                .append(finding.line() == 0 ? "`: " : "`, line " + finding.line() + ": ")
                .append(escaped(finding.text()))
                .append('\n');
        String rewrite = finding.rewrite();
        if (rewrite != null) {
            String fence = rewrite.contains("```") ? "~~~~" : "```";
            text.append("\n<details><summary>Instead</summary>\n\n")
                    .append(fence)
                    .append("sql\n")
                    .append(rewrite)
                    .append('\n')
                    .append(fence)
                    .append("\n\n</details>\n");
        }
    }

    private static String code(String statement) {
        String shown = statement.length() <= 100 ? statement : statement.substring(0, 97) + "...";
        return "<code>" + cell(shown) + "</code>";
    }

    private static String cell(String text) {
        return escaped(text).replace("|", "\\|").replace("\n", " ");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("_", "\\_")
                .replace("*", "\\*")
                .replace("`", "\\`");
    }
}
