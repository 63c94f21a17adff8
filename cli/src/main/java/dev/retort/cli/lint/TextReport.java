/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.lint;

import dev.retort.lint.Estimate;
import dev.retort.lint.Finding;
import dev.retort.lint.LintReport;
import dev.retort.lint.RevisionReport;
import dev.retort.lint.Severity;
import dev.retort.lint.StatementReport;
import dev.retort.lint.TableLock;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The report for people: for each revision what its statements do, then what the rules say.
 *
 * @param colors colors of locks and severities
 */
public record TextReport(LockColors colors) {

    private static final int STATEMENT = 60;

    /** {@return the lines} */
    public String write(LintReport report) {
        StringBuilder text = new StringBuilder();
        for (RevisionReport revision : report.revisions()) {
            text.append(revision.revision())
                    .append(revision.message().isEmpty() ? "" : " " + revision.message())
                    .append("  ")
                    .append(Files.relative(revision.file()))
                    .append('\n');
            revision.statements().forEach(statement -> statement(text, statement));
            findings(revision).forEach(finding -> finding(text, finding));
            suppressed(text, revision);
            text.append('\n');
        }
        report.remarks().forEach(remark -> text.append("Note: ").append(remark).append('\n'));
        return text.append(Summary.basis(report))
                .append('\n')
                .append(Summary.of(report))
                .toString();
    }

    private static List<Finding> findings(RevisionReport revision) {
        return revision.findings().stream()
                .filter(finding -> finding.severity().compareTo(Severity.ADVICE) >= 0)
                .toList();
    }

    private void statement(StringBuilder text, StatementReport statement) {
        String sql = statement.statement();
        text.append("  %4d  ".formatted(statement.line()))
                .append(sql.length() <= STATEMENT ? sql : sql.substring(0, STATEMENT - 3) + "...")
                .append('\n');
        String locks = statement.locks().stream().map(this::lock).collect(Collectors.joining(", "));
        String work = Summary.work(statement);
        String held = time(statement);
        if (!locks.isEmpty() || !work.isEmpty()) {
            text.append("        ")
                    .append(locks)
                    .append(locks.isEmpty() || work.isEmpty() ? "" : "; ")
                    .append(work)
                    .append(held)
                    .append('\n');
        }
    }

    private static String time(StatementReport statement) {
        Estimate held = statement.held();
        return held == null || statement.locks().isEmpty() ? "" : "; held " + held;
    }

    private String lock(TableLock lock) {
        return colors.lock(lock.mode(), lock.mode().words()) + " on " + lock.relation();
    }

    private void finding(StringBuilder text, Finding finding) {
        text.append("  ")
                .append(colors.severity(finding.severity()))
                .append(' ')
                .append(finding.rule().id())
                .append(finding.line() == 0 ? "" : ", line " + finding.line())
                .append(" (")
                .append(finding.evidence().word())
                .append(")\n");
        finding.text().lines().forEach(line -> text.append("    ").append(line).append('\n'));
        if (!finding.examples().isEmpty()) {
            text.append("    Keys: ")
                    .append(String.join(", ", finding.examples()))
                    .append('\n');
        }
        String rewrite = finding.rewrite();
        if (rewrite != null) {
            text.append("    Instead:\n");
            rewrite.lines()
                    .forEach(line -> text.append(line.isEmpty() ? "" : "      ")
                            .append(line)
                            .append('\n'));
        }
    }

    private static void suppressed(StringBuilder text, RevisionReport revision) {
        if (!revision.suppressed().isEmpty()) {
            text.append("  allowed: ")
                    .append(revision.suppressed().stream()
                            .map(finding -> finding.rule().id() + ", line " + finding.line())
                            .collect(Collectors.joining("; ")))
                    .append('\n');
        }
    }
}
