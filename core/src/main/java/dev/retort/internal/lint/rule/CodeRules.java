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

    static List<Finding> unmeasured(MeasuredStatement statement) {
        List<Finding> findings = new ArrayList<>();
        Set<Long> tables = new TreeSet<>(statement.measured().locks().keySet());
        tables.addAll(statement.measured().scans().keySet());
        for (long table : tables) {
            if (statement.isOldTable(table)) {
                String sentence = sentence(statement, table);
                if (!sentence.isEmpty()) {
                    findings.add(finding(statement, table, sentence));
                }
            }
        }
        return findings;
    }

    private static String sentence(MeasuredStatement statement, long table) {
        Measurement measured = statement.measured();
        String name = statement.name(table);
        if (statement.lock(table) == null && measured.scansOf(table) > 0) {
            return "The statement read " + name + ", and a block with EXCEPTION released its locks again:"
                    + " locks and passes of what was rolled back are not known.";
        }
        if (changesRows(statement, table)) {
            return "Code changes rows of " + name
                    + ": on the scratch database, which has no rows, it cannot be seen how"
                    + " many. They stay locked until the transaction ends.";
        }
        return readsRows(statement, table)
                ? "Code reads the rows of " + name
                        + ", and the scratch database has none: what it does with them is not" + " measured."
                : "";
    }

    private static boolean changesRows(MeasuredStatement statement, long table) {
        return statement.taken(table) == LockMode.ROW_EXCLUSIVE
                && !PLAIN.contains(statement.measured().words().get(0))
                && RowStatement.body(statement.measured().statement().text()).stream()
                        .noneMatch(word -> RowStatement.isName(word, statement.table(table)));
    }

    private static boolean readsRows(MeasuredStatement statement, long table) {
        Measurement measured = statement.measured();
        LockMode taken = statement.taken(table);
        boolean reads = measured.scansOf(table) > 0 && (taken == LockMode.ACCESS_SHARE || taken == LockMode.ROW_SHARE);
        boolean code = measured.begins("do") || measured.begins("call");
        return reads && (code || (measured.begins("select") && !isNamed(statement, table)));
    }

    /** A view names its tables elsewhere. */
    private static boolean isNamed(MeasuredStatement statement, long table) {
        return statement.measured().locks().keySet().stream()
                .map(statement.measured()::relation)
                .anyMatch(relation -> relation != null
                        && (relation.oid() == table || relation.isView())
                        && isNamed(statement, relation));
    }

    private static boolean isNamed(MeasuredStatement statement, RelationFacts relation) {
        return statement.measured().words().stream().anyMatch(word -> RowStatement.isName(word, relation));
    }

    private static Finding finding(MeasuredStatement statement, long table, String sentence) {
        FindingBuilder draft = FindingBuilder.of(Rule.UNMEASURED_CODE, statement)
                .on(table)
                .evidence(Evidence.NOT_MEASURED)
                .message(sentence);
        boolean required = statement.revision().range().settings().requireMeasured();
        return (required ? draft.severity(Severity.ERROR) : draft).finding();
    }
}
