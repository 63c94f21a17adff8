/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.measure.Measurement;
import dev.retort.lint.Evidence;
import dev.retort.lint.Finding;
import dev.retort.lint.LockMode;
import dev.retort.lint.RelationSize;
import dev.retort.lint.Rule;
import dev.retort.lint.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A statement that changes rows of a table that existed.
 *
 * @param table the OID of the table
 */
record Dml(long table) {

    private static final long MANY = 1_000_000;
    private static final long FEW = 10_000;

    /** {@return the table whose rows the statement changes; other tables that triggers write to do not count} */
    static Optional<Dml> of(MeasuredStatement statement) {
        return changed(statement, statements(statement)).findFirst();
    }

    private static List<RowStatement> statements(MeasuredStatement statement) {
        Measurement measured = statement.measured();
        return RowStatement.in(
                measured.begins("do") ? RowStatement.body(measured.statement().text()) : measured.words());
    }

    private static Stream<Dml> changed(MeasuredStatement statement, List<RowStatement> statements) {
        return statement.measured().locks().entrySet().stream()
                .filter(lock -> lock.getValue().compareTo(LockMode.ROW_EXCLUSIVE) >= 0)
                .map(Map.Entry::getKey)
                .filter(oid -> statement.isOldTable(oid)
                        && statements.stream().anyMatch(one -> one.isOf(statement.table(oid))))
                .sorted()
                .map(Dml::new);
    }

    static List<Finding> unbounded(MeasuredStatement statement) {
        List<RowStatement> statements = statements(statement).stream()
                .filter(one -> isUnbounded(statement, one))
                .toList();
        return changed(statement, statements).map(dml -> dml.finding(statement)).toList();
    }

    private static boolean isUnbounded(MeasuredStatement statement, RowStatement dml) {
        return statement.revision().range().start().relations().values().stream()
                .anyMatch(start -> dml.isOf(start) && dml.isUnbounded(start));
    }

    private Finding finding(MeasuredStatement statement) {
        String name = statement.name(table);
        Optional<RelationSize> size = statement.revision().range().prices().size(name);
        long rows = size.map(RelationSize::rows).orElse(-1L);
        Severity severity = rows < 0
                ? Severity.WARNING
                : rows >= MANY ? Severity.ERROR : rows >= FEW ? Severity.WARNING : Severity.INFO;
        return FindingBuilder.of(Rule.UNBOUNDED_DML, statement)
                .on(table)
                .evidence(Evidence.NOT_MEASURED)
                .severity(severity)
                .message("The statement changes all rows of " + name
                        + size.map(known -> " (" + known.describe() + ")").orElse("")
                        + " in one transaction: each row stays locked until it ends, and the table grows by as much."
                        + " Change them in batches, each in its own transaction.")
                .finding();
    }
}
