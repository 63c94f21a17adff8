/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.measure.Measurement;
import dev.retort.internal.lint.measure.RelationFacts;
import dev.retort.lint.Evidence;
import dev.retort.lint.Finding;
import dev.retort.lint.LockMode;
import dev.retort.lint.Rule;
import dev.retort.lint.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Code in {@code DO} blocks, functions and triggers: on a database without rows it does less than on the real one. */
final class CodeRules {

    /** What names its table itself, or changes no rows with ROW EXCLUSIVE. */
    private static final Set<String> PLAIN =
            Set.of("insert", "update", "delete", "merge", "with", "copy", "truncate", "lock", "explain");

    private CodeRules() {}

    static List<Finding> unmeasured(MeasuredStatement subject) {
        List<Finding> findings = new ArrayList<>();
        Set<Long> tables = new TreeSet<>(subject.measured().locks().keySet());
        tables.addAll(subject.measured().scans().keySet());
        for (long table : tables) {
            if (subject.isOldTable(table)) {
                String sentence = sentence(subject, table);
                if (!sentence.isEmpty()) {
                    findings.add(finding(subject, table, sentence));
                }
            }
        }
        return findings;
    }

    private static String sentence(MeasuredStatement subject, long table) {
        Measurement measured = subject.measured();
        String name = subject.name(table);
        if (subject.lock(table) == null && measured.scansOf(table) > 0) {
            return "The statement read " + name + ", and a block with EXCEPTION released its locks again:"
                    + " locks and passes of what was rolled back are not known.";
        }
        if (changesRows(subject, table)) {
            return "Code changes rows of " + name
                    + ": on the scratch database, which has no rows, it cannot be seen how"
                    + " many. They stay locked until the transaction ends.";
        }
        return readsRows(subject, table)
                ? "Code reads the rows of " + name
                        + ", and the scratch database has none: what it does with them is not" + " measured."
                : "";
    }

    private static boolean changesRows(MeasuredStatement subject, long table) {
        return subject.taken(table) == LockMode.ROW_EXCLUSIVE
                && !PLAIN.contains(subject.measured().words().get(0))
                && RowStatement.body(subject.measured().statement().text()).stream()
                        .noneMatch(word -> RowStatement.isName(word, subject.table(table)));
    }

    private static boolean readsRows(MeasuredStatement subject, long table) {
        Measurement measured = subject.measured();
        LockMode taken = subject.taken(table);
        boolean reads = measured.scansOf(table) > 0 && (taken == LockMode.ACCESS_SHARE || taken == LockMode.ROW_SHARE);
        boolean code = measured.begins("do") || measured.begins("call");
        return reads && (code || (measured.begins("select") && !isNamed(subject, table)));
    }

    /** A view names its tables elsewhere. */
    private static boolean isNamed(MeasuredStatement subject, long table) {
        return subject.measured().locks().keySet().stream()
                .map(subject.measured()::relation)
                .anyMatch(relation -> relation != null
                        && (relation.oid() == table || relation.isView())
                        && isNamed(subject, relation));
    }

    private static boolean isNamed(MeasuredStatement subject, RelationFacts relation) {
        return subject.measured().words().stream().anyMatch(word -> RowStatement.isName(word, relation));
    }

    private static Finding finding(MeasuredStatement subject, long table, String sentence) {
        FindingBuilder draft = FindingBuilder.of(Rule.UNMEASURED_CODE, subject)
                .on(table)
                .evidence(Evidence.NOT_MEASURED)
                .message(sentence);
        boolean required = subject.revision().range().settings().requireMeasured();
        return (required ? draft.severity(Severity.ERROR) : draft).finding();
    }
}
