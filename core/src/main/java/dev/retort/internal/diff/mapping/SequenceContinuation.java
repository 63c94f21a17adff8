/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.Notes;
import dev.retort.internal.diff.model.Serial;
import dev.retort.internal.diff.model.SqlText;
import dev.retort.internal.sql.Identifiers;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.DataOperation.ExecuteSql;
import dev.retort.operation.SequenceOperation.AlterSequence;
import dev.retort.operation.SequenceOperation.CreateSequence;
import dev.retort.schema.MappingFacts.NumberedColumn;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue.Identity;
import dev.retort.schema.part.SequenceOptions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Lets a sequence that starts to number a table with rows continue behind them, on both ways: a generator that starts at 1 there
 * would make ids that exist.
 */
final class SequenceContinuation {

    private final Lookup database;
    private final Lookup model;
    private final List<NumberedColumn> uses;

    /**
     * Prepares the continuation.
     *
     * @param database the schema as it is, under the names that it has after all renames
     * @param model the wanted one
     * @param uses which sequence numbers which column
     */
    SequenceContinuation(Lookup database, Lookup model, List<NumberedColumn> uses) {
        this.database = database;
        this.model = model;
        this.uses = uses.stream().filter(use -> isNumbered(use.column())).toList();
    }

    private boolean isNumbered(ColumnName column) {
        Table table = database.table(column.table());
        return table != null && table.column(column.column()).isPresent();
    }

    /** {@return the upgrade with what sets new sequences, and those that count in other steps} */
    List<AnnotatedOperation> upgrade(List<AnnotatedOperation> changes) {
        List<AnnotatedOperation> all = new ArrayList<>();
        for (AnnotatedOperation change : changes) {
            all.add(change);
            if (change.operation() instanceof CreateSequence created) {
                uses.stream()
                        .filter(use ->
                                use.sequence().equals(created.definition().name()))
                        .forEach(use -> all.add(begin(use)));
            }
            all.addAll(steps(change));
        }
        return all;
    }

    /** {@return the downgrade with what sets the sequences that number the tables again} */
    List<AnnotatedOperation> downgrade(List<AnnotatedOperation> changes) {
        List<AnnotatedOperation> all = new ArrayList<>();
        uses.stream().filter(use -> database.sequence(use.sequence()) == null).forEach(use -> {
            for (QualifiedName old : former(use.column())) {
                all.add(catchUp(old, use.column()));
            }
        });
        for (AnnotatedOperation change : changes) {
            all.add(change);
            all.addAll(steps(change));
        }
        return all;
    }

    private List<AnnotatedOperation> steps(AnnotatedOperation change) {
        List<AnnotatedOperation> all = new ArrayList<>();
        if (change.operation() instanceof AlterSequence altered
                && altered.from() != null
                && increment(altered.from().options()) != increment(altered.to().options())) {
            uses.stream()
                    .filter(use -> use.sequence().equals(altered.to().name()))
                    .forEach(use -> all.add(catchUp(use.sequence(), use.column())));
        }
        return all;
    }

    private static long increment(SequenceOptions options) {
        Long increment = options.increment();
        return increment == null ? 1 : increment;
    }

    private AnnotatedOperation begin(NumberedColumn use) {
        StringBuilder used = new StringBuilder("SELECT pg_catalog.max(")
                .append(Identifiers.quote(use.column().column()))
                .append(") FROM ")
                .append(SqlText.quoted(use.column().table()));
        Set<QualifiedName> old = new LinkedHashSet<>(own(use.column()));
        old.addAll(former(use.column()));
        old.remove(use.sequence());
        old.forEach(sequence -> used.append(" UNION ALL SELECT last_value FROM ")
                .append(SqlText.quoted(sequence))
                .append(" WHERE is_called"));
        return AnnotatedOperation.of(
                ExecuteSql.of("SELECT pg_catalog.setval(" + literal(use.sequence()) + ", pg_catalog.max(used.n)) FROM ("
                        + used + ") AS used (n) HAVING pg_catalog.max(used.n) OPERATOR(pg_catalog.>) 0"),
                "Continues behind the rows of " + Notes.words(use.column().table()) + ".");
    }

    private static AnnotatedOperation catchUp(QualifiedName sequence, ColumnName column) {
        String greatest = "pg_catalog.max(" + Identifiers.quote(column.column()) + ")";
        return AnnotatedOperation.of(
                ExecuteSql.of("SELECT pg_catalog.setval(" + literal(sequence) + ", " + greatest + ") FROM "
                        + SqlText.quoted(column.table()) + " HAVING " + greatest
                        + " OPERATOR(pg_catalog.>=) (SELECT last_value FROM " + SqlText.quoted(sequence) + ")"),
                "Continues behind the rows of " + Notes.words(column.table()) + ".");
    }

    private static String literal(QualifiedName sequence) {
        return Identifiers.literal(SqlText.quoted(sequence)) + "::pg_catalog.regclass";
    }

    /** The sequence of an identity or serial column. */
    private List<QualifiedName> own(ColumnName name) {
        Column column = Objects.requireNonNull(database.table(name.table()))
                .column(name.column())
                .orElseThrow();
        if (column.value() instanceof Identity identity) {
            return List.of(Serial.sequence(name.table(), name.column(), identity));
        }
        QualifiedName used = Serial.sequence(column.value());
        return used != null && database.sequence(used) != null ? List.of(used) : List.of();
    }

    /** The sequences that may have numbered a column so far and that the model does not have any more. */
    private List<QualifiedName> former(ColumnName column) {
        QualifiedName table = column.table();
        List<QualifiedName> found = new ArrayList<>();
        for (String name :
                List.of(table.name() + "_seq", table.name() + "_" + column.column() + "_seq", "hibernate_sequence")) {
            Sequence sequence = database.sequence(table.sibling(name));
            boolean free = sequence != null && sequence.ownedBy() == null;
            if (free && !model.has(ObjectKey.of(ObjectKind.SEQUENCE, table.sibling(name)))) {
                found.add(table.sibling(name));
            }
        }
        return found;
    }
}
