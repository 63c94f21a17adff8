/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.question;

import dev.retort.internal.lint.measure.ColumnFacts;
import dev.retort.internal.lint.measure.Measurement;
import dev.retort.internal.lint.measure.RelationChange;
import dev.retort.internal.lint.measure.RelationFacts;
import dev.retort.internal.lint.rule.MeasuredStatement;
import dev.retort.internal.lint.rule.Rewrites;
import dev.retort.internal.lint.rule.StatementReports;
import dev.retort.internal.sql.Identifiers;
import dev.retort.schema.Table;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Index;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as the real database has it, under the names before the judged revisions.
 *
 * @param statement the statement that changes it
 * @param change what the statement changes
 * @param real the table before the judged revisions
 */
record RealTable(MeasuredStatement statement, RelationChange change, RelationFacts real) {

    static Optional<RealTable> of(MeasuredStatement statement, RelationChange change) {
        RelationFacts real =
                statement.revision().range().start().relation(change.any().oid());
        return real == null || change.after() == null || change.before() == null
                ? Optional.empty()
                : Optional.of(new RealTable(statement, change, real));
    }

    String name() {
        return real.toString();
    }

    String sql() {
        return Identifiers.quote(real.name().schema(), real.name().name());
    }

    /** {@return a column under the name that the real database has; empty when it has none of this number} */
    Optional<String> column(int number) {
        ColumnFacts column = real.columns().get(number);
        return Optional.ofNullable(column).map(found -> Identifiers.quote(found.name()));
    }

    /** {@return whether these columns exist in the real database under the names that they have now} */
    boolean isAsBefore(List<Integer> numbers) {
        RelationFacts after = Objects.requireNonNull(change.after());
        return numbers.stream().allMatch(number -> {
            ColumnFacts then = real.columns().get(number);
            ColumnFacts now = after.columns().get(number);
            return then != null && now != null && then.name().equals(now.name());
        });
    }

    private Optional<Table> whole() {
        return Rewrites.of(statement).table(Objects.requireNonNull(change.after()));
    }

    Optional<Constraint> constraint(String name) {
        return whole().flatMap(table -> table.constraints().stream()
                .filter(constraint -> name.equals(constraint.name()))
                .findFirst());
    }

    Optional<Index> index(String name) {
        return whole().flatMap(table -> table.indexes().stream()
                .filter(index -> name.equals(index.name()))
                .findFirst());
    }

    /** {@return a question about the rows that fulfill a condition} */
    Question ask(String object, String sentence, String condition) {
        return asking(object, sentence, "SELECT " + key() + " FROM " + sql() + " WHERE " + condition);
    }

    Question asking(String object, String sentence, String sql) {
        return new Question(statement, name() + "." + object, sentence, sql, isChangedBefore());
    }

    /** {@return what names a row: its primary key, or its place} */
    String key() {
        @Nullable
        String columns = real.primaryKey()
                .map(key -> key.columns().stream()
                        .map(number -> Identifiers.quote(real.column(number)))
                        .collect(Collectors.joining(", ")))
                .orElse(null);
        return columns == null ? "ctid::pg_catalog.text" : "pg_catalog.concat_ws(', ', " + columns + ")";
    }

    /** A backfill in the same revision or an earlier one of the range. */
    private boolean isChangedBefore() {
        List<Measurement> earlier = statement.revision().measurements().subList(0, statement.position());
        return statement.revision().range().changedRows().contains(real.oid())
                || earlier.stream().anyMatch(measured -> StatementReports.writes(measured, real.oid()));
    }
}
