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

    /** GitHub refuses a comment of more than 65,536 characters. */
    private static final int ROOM = 64_000;

    private static final int STATEMENTS = 100;

    private final StringBuilder text = new StringBuilder("### Retort lint\n\n");
    private int left;

    private MarkdownReport() {}

    static String write(LintReport report) {
        return new MarkdownReport().text(report).stripTrailing();
    }

    private String text(LintReport report) {
        text.append(Summary.of(report))
                .append(' ')
                .append(Summary.basis(report))
                .append("\n");
        String remarks = report.remarks().stream()
                .map(remark -> "- " + escaped(remark) + "\n")
                .collect(Collectors.joining("", "\n", ""));
        int room = Math.max(ROOM / 2, ROOM - remarks.length());
        report.revisions().forEach(revision -> revision(revision, room));
        if (left > 0) {
            text.append("\n")
                    .append(left == 1 ? "1 more finding is" : left + " more findings are")
                    .append(" not shown, because a comment has room for 65,536 characters. The formats `json` and"
                            + " `sarif` have all.\n");
        }
        if (!report.remarks().isEmpty()) {
            text.append(remarks, 0, Math.min(remarks.length(), ROOM / 2));
        }
        return text.toString();
    }

    private boolean append(String part, int room) {
        boolean fits = text.length() + part.length() <= room;
        if (fits) {
            text.append(part);
        }
        return fits;
    }

    private void revision(RevisionReport revision, int room) {
        List<Finding> findings = revision.findings().stream()
                .filter(finding -> finding.severity().compareTo(Severity.ADVICE) >= 0)
                .toList();
        if (!append(head(revision), room)) {
            left += findings.size();
            return;
        }
        for (Finding finding : findings) {
            left += append(finding(finding), room) ? 0 : 1;
        }
    }

    private static String head(RevisionReport revision) {
        StringBuilder head = new StringBuilder("\n#### `")
                .append(revision.revision())
                .append("` ")
                .append(escaped(revision.message()))
                .append("\n\n| line | statement | lock | work | held |\n|---:|---|---|---|---|\n");
        List<StatementReport> statements = revision.statements();
        statements.stream().limit(STATEMENTS).forEach(statement -> head.append(row(statement)));
        if (statements.size() > STATEMENTS) {
            head.append("| | ").append(statements.size() - STATEMENTS).append(" more statements | | | |\n");
        }
        return head.toString();
    }

    private static String row(StatementReport statement) {
        String locks = statement.locks().stream()
                .map(lock -> (lock.mode().blocksReads() ? "🔴 " : lock.mode().blocksWrites() ? "🟡 " : "") + lock)
                .collect(Collectors.joining(", "));
        return "| " + statement.line() + " | " + code(statement.statement()) + " | " + cell(locks) + " | "
                + cell(Summary.work(statement)) + " | " + (statement.held() == null ? "" : statement.held()) + " |\n";
    }

    private static String finding(Finding finding) {
        String line = finding.line() == 0 ? "`: " : "`, line " + finding.line() + ": ";
        String found = "\n**" + finding.severity().word() + "** `"
                + finding.rule().id() + line + escaped(finding.text()) + "\n";
        String rewrite = finding.rewrite();
        if (rewrite == null) {
            return found;
        }
        String fence = fence(rewrite);
        return found + "\n<details><summary>Instead</summary>\n\n" + fence + "sql\n" + rewrite + "\n" + fence
                + "\n\n</details>\n";
    }

    /** {@return a fence that the text does not contain} */
    private static String fence(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence;
    }

    private static String code(String statement) {
        String shown = statement.length() <= 100 ? statement : statement.substring(0, end(statement)) + "...";
        return "<code>" + cell(shown) + "</code>";
    }

    /** {@return where a text is cut, not within a character} */
    private static int end(String text) {
        return Character.isHighSurrogate(text.charAt(96)) ? 96 : 97;
    }

    private static String cell(String text) {
        return escaped(text).replace("|", "\\|");
    }

    /** One line without formatting, links, mentions and formulas, whatever a name or a message of the server contains. */
    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
                .replace("\\", "\\\\")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("$", "&#36;")
                .replace("_", "\\_")
                .replace("*", "\\*")
                .replace("~", "\\~")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace("`", "\\`");
    }
}
