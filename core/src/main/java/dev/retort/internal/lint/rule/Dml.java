/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.measure.RelationFacts;
import dev.retort.internal.sql.Identifiers;
import dev.retort.lint.Evidence;
import dev.retort.lint.Finding;
import dev.retort.lint.LockMode;
import dev.retort.lint.RelationSize;
import dev.retort.lint.Rule;
import dev.retort.lint.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A statement that changes rows of a table that existed.
 *
 * @param table the OID of the table
 */
record Dml(long table) {

    private static final long MANY = 1_000_000;
    private static final long FEW = 10_000;

    /** {@return the update or delete that a statement is; other tables that triggers write to do not count} */
    static Optional<Dml> of(Subject subject) {
        List<String> words = subject.measured().words();
        boolean changes = subject.measured().begins("update")
                || subject.measured().begins("delete", "from")
                || words.get(0).equals("with");
        return subject.measured().locks().entrySet().stream()
                .filter(lock -> changes && lock.getValue().compareTo(LockMode.ROW_EXCLUSIVE) >= 0)
                .map(Map.Entry::getKey)
                .filter(oid -> subject.isOldTable(oid) && isNamed(words, subject.table(oid)))
                .findFirst()
                .map(Dml::new);
    }

    private static boolean isNamed(List<String> words, RelationFacts table) {
        String name = table.name().name();
        return table.isTable()
                && (words.contains(Identifiers.quote(name)) || words.contains('"' + name.replace("\"", "\"\"") + '"'));
    }

    static List<Finding> unbounded(Subject subject) {
        boolean bounded = subject.measured().says("where");
        return of(subject)
                .filter(dml -> !bounded)
                .map(dml -> dml.finding(subject))
                .map(List::of)
                .orElse(List.of());
    }

    private Finding finding(Subject subject) {
        String name = subject.name(table);
        Optional<RelationSize> size = subject.revision().range().prices().size(name);
        long rows = size.map(RelationSize::rows).orElse(-1L);
        Severity severity = rows < 0
                ? Severity.WARNING
                : rows >= MANY ? Severity.ERROR : rows >= FEW ? Severity.WARNING : Severity.INFO;
        return Draft.of(Rule.UNBOUNDED_DML, subject)
                .on(table)
                .evidence(Evidence.NOT_MEASURED)
                .severity(severity)
                .saying("The statement changes all rows of " + name
                        + size.map(known -> " (" + known.describe() + ")").orElse("")
                        + " in one transaction: each row stays locked until it ends, and the table grows by as much."
                        + " Change them in batches, each in its own transaction.")
                .finding();
    }
}
