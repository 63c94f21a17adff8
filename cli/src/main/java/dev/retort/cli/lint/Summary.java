/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.lint;

import dev.retort.lint.LintReport;
import dev.retort.lint.Severity;
import dev.retort.lint.StatementReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sentences that several formats have. */
final class Summary {

    private Summary() {}

    /** {@return such as {@code 2 errors, 1 warning and 3 advice in 4 revisions.}} */
    static String of(LintReport report) {
        int revisions = report.revisions().size();
        String judged = revisions == 1 ? "1 revision" : revisions + " revisions";
        if (revisions == 0) {
            return "No revision to judge.";
        }
        if (report.worst().compareTo(Severity.ADVICE) < 0) {
            return judged + ": nothing found.";
        }
        List<String> counts = new ArrayList<>();
        add(counts, report.count(Severity.ERROR), "error", "errors");
        add(counts, report.count(Severity.WARNING), "warning", "warnings");
        add(counts, report.count(Severity.ADVICE), "piece of advice", "pieces of advice");
        return judged + ": " + String.join(", ", counts) + ".";
    }

    private static void add(List<String> counts, long count, String one, String many) {
        if (count > 0) {
            counts.add(count + " " + (count == 1 ? one : many));
        }
    }

    static String basis(LintReport report) {
        return "Measured on " + report.server()
                + (report.sized() ? ", priced with known sizes." : "; no sizes are known.");
    }

    /** {@return what a statement does to whole tables, such as {@code rewrites orders, builds 2 indexes}} */
    static String work(StatementReport statement) {
        List<String> work = new ArrayList<>();
        statement.rewritten().forEach(table -> work.add("rewrites " + table));
        Map<String, Integer> scans = new LinkedHashMap<>();
        statement.scans().forEach(table -> scans.merge(table, 1, Integer::sum));
        if (statement.rewritten().isEmpty()) {
            scans.forEach((table, count) -> work.add("reads " + table + (count == 1 ? "" : " " + count + " times")));
        }
        if (!statement.built().isEmpty()) {
            work.add("builds " + String.join(", ", statement.built()));
        }
        return String.join("; ", work);
    }
}
