/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.measure.ColumnFacts;
import dev.retort.internal.lint.measure.RelationChange;
import dev.retort.internal.lint.measure.RelationFacts;
import dev.retort.internal.sql.Identifiers;
import dev.retort.lint.Evidence;
import dev.retort.lint.Finding;
import dev.retort.lint.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rules about columns that are added, and types that change. */
final class ColumnRules {

    private ColumnRules() {}

    static List<Finding> added(MeasuredStatement statement) {
        List<Finding> findings = new ArrayList<>();
        for (RelationChange change : statement.changedTables()) {
            for (ColumnFacts column : MeasuredStatement.added(change)) {
                if (column.notNull() && !column.hasValue() && !column.domain()) {
                    findings.add(notNull(statement, change.any(), column));
                }
                if (statement.rewrites(change.any().oid())) {
                    findings.add(rewrite(statement, change, column));
                }
            }
        }
        return findings.stream().filter(Objects::nonNull).toList();
    }

    private static Finding notNull(MeasuredStatement statement, RelationFacts table, ColumnFacts column) {
        return FindingBuilder.of(Rule.NOT_NULL_WITHOUT_DEFAULT, statement)
                .object(table + "." + column.name())
                .evidence(Evidence.CATALOG)
                .message("The new column " + column.name()
                        + " is NOT NULL and has no default: the statement fails when " + table + " has a row.")
                .rewrittenAs(inSteps(statement, table, column, null))
                .finding();
    }

    /** Adds it without NOT NULL; sets a default for new rows; leaves old rows to the author; then sets NOT NULL. */
    private static @Nullable String inSteps(
            MeasuredStatement statement, RelationFacts table, ColumnFacts column, @Nullable String value) {
        Rewrites rewrites = Rewrites.of(statement);
        boolean alone = statement.changedTables().size() == 1
                && MeasuredStatement.added(statement.changedTables().get(0)).size() == 1
                && MeasuredStatement.addedConstraints(statement.changedTables().get(0)).stream()
                        .allMatch(added -> added.type() == 'n');
        if (!alone || rewrites.column(table, column.name()).isEmpty()) {
            return null;
        }
        String name = rewrites.quoted(table.name());
        String quoted = Identifiers.quote(column.name());
        StringBuilder sql =
                new StringBuilder("ALTER TABLE " + name + " ADD COLUMN " + quoted + " " + column.type() + ";\n");
        if (value != null) {
            sql.append("ALTER TABLE " + name + " ALTER COLUMN " + quoted + " SET DEFAULT " + value + ";\n");
        }
        sql.append("-- Fill the rows that exist in batches, each in its own transaction:\n-- UPDATE " + name + " SET "
                + quoted + " = " + (value == null ? "..." : value) + " WHERE " + quoted + " IS NULL AND ...;\n");
        if (column.notNull()) {
            sql.append(rewrites.script(rewrites.recipes().notNull(table.name(), column.name())));
        }
        return sql.toString().stripTrailing();
    }

    private static @Nullable Finding rewrite(MeasuredStatement statement, RelationChange change, ColumnFacts column) {
        RelationFacts table = change.any();
        if (column.generated().equals("s") || column.isNumbered()) {
            return numbered(statement, table, column);
        }
        if (column.domain()) {
            return FindingBuilder.of(Rule.CONSTRAINED_DOMAIN_COLUMN, statement)
                    .object(table + "." + column.name())
                    .on(table.oid())
                    .message("The domain " + column.type() + " has a constraint: PostgreSQL rewrites " + table
                            + ". A column of the base type with a CHECK that is added NOT VALID and validated"
                            + " afterwards needs no rewrite.")
                    .finding();
        }
        if (column.expression() == null) {
            return null;
        }
        return FindingBuilder.of(Rule.VOLATILE_DEFAULT_REWRITE, statement)
                .object(table + "." + column.name())
                .on(table.oid())
                .message("The default " + column.expression()
                        + " is volatile: PostgreSQL computes it for each row and rewrites " + table
                        + " and its indexes.")
                .rewrittenAs(inSteps(statement, table, column, column.expression()))
                .finding();
    }

    private static Finding numbered(MeasuredStatement statement, RelationFacts table, ColumnFacts column) {
        boolean stored = column.generated().equals("s");
        return FindingBuilder.of(Rule.GENERATED_OR_SERIAL_COLUMN_REWRITE, statement)
                .object(table + "." + column.name())
                .on(table.oid())
                .message((stored
                                ? "The stored generated column " + column.name()
                                : "The column " + column.name() + ", which a sequence numbers,")
                        + " makes PostgreSQL rewrite " + table + " and its indexes."
                        + (stored && statement.revision().range().version().atLeast(18)
                                ? " A VIRTUAL generated column needs no rewrite."
                                : ""))
                .rewrittenAs(stored || column.identity().isEmpty() ? null : identity(statement, table, column))
                .finding();
    }

    private static @Nullable String identity(MeasuredStatement statement, RelationFacts table, ColumnFacts column) {
        Rewrites rewrites = Rewrites.of(statement);
        String steps = inSteps(
                statement,
                table,
                new ColumnFacts(
                        column.number(), column.name(), column.type(), column.typeId(), 0, true, null, "", "", false),
                null);
        String always = column.identity().equals("a") ? "ALWAYS" : "BY DEFAULT";
        return steps == null
                ? null
                : steps + "\n-- migrate: transaction\nALTER TABLE " + rewrites.quoted(table.name()) + " ALTER COLUMN "
                        + Identifiers.quote(column.name()) + " ADD GENERATED " + always + " AS IDENTITY;\n"
                        + "-- SELECT setval(pg_get_serial_sequence('" + table + "', '" + column.name()
                        + "'), <greatest value> + 1, false);";
    }

    static List<Finding> retyped(MeasuredStatement statement) {
        List<Finding> findings = new ArrayList<>();
        for (RelationChange change : statement.changedTables()) {
            List<ColumnFacts> columns = MeasuredStatement.retyped(change);
            if (!columns.isEmpty()) {
                findings.addAll(retyped(statement, change.any(), columns));
            }
        }
        return findings;
    }

    private static String change(ColumnFacts old, ColumnFacts now) {
        String types = old.type().equals(now.type())
                ? "to another type of the name " + now.type()
                : "from " + old.type() + " to " + now.type();
        return old.typeId() == now.typeId() && old.type().equals(now.type())
                ? "The collation change of %s"
                : "The type change of %s " + types.replace("%", "%%");
    }

    private static List<Finding> retyped(MeasuredStatement statement, RelationFacts table, List<ColumnFacts> columns) {
        String names = String.join(", ", columns.stream().map(ColumnFacts::name).toList());
        ColumnFacts first = columns.get(0);
        ColumnFacts old = Objects.requireNonNull(table.columns().get(first.number()));
        String change = change(old, first).formatted(names);
        if (statement.rewrites(table.oid())) {
            return List.of(FindingBuilder.of(Rule.TYPE_CHANGE_REWRITE, statement)
                    .object(table + "." + first.name())
                    .on(table.oid())
                    .message(change + " rewrites " + table
                            + " and its indexes. Add a column of the new type, keep it in"
                            + " step by a trigger, fill it in batches, and swap the names.")
                    .finding());
        }
        List<Finding> findings = new ArrayList<>();
        if (statement.checks(table.oid()) > 0) {
            findings.add(FindingBuilder.of(Rule.TYPE_CHANGE_SCAN, statement)
                    .object(table + "." + first.name())
                    .on(table.oid())
                    .message(change + " reads all rows of " + table
                            + ", because a check constraint uses the column. Drop the"
                            + " check first, and add it again NOT VALID and validate it afterwards.")
                    .finding());
        }
        List<String> built = statement.built().stream()
                .filter(index -> Objects.requireNonNull(index.index()).table() == table.oid())
                .map(RelationFacts::toString)
                .toList();
        if (!built.isEmpty()) {
            findings.add(FindingBuilder.of(Rule.TYPE_CHANGE_INDEX_REBUILD, statement)
                    .object(table + "." + first.name())
                    .on(table.oid())
                    .message(change + " rebuilds " + String.join(", ", built) + ". Drop such an index CONCURRENTLY"
                            + " before, and build it CONCURRENTLY afterwards.")
                    .finding());
        }
        return findings;
    }
}
