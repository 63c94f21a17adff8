/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.order;

import dev.retort.internal.diff.model.CircularDependencies;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.Notes;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation.AddColumn;
import dev.retort.operation.ColumnOperation.AlterColumnValue;
import dev.retort.operation.TableOperation.CreateTable;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.ColumnValue.Default;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Defaults that call a function which needs their table, as one with a body {@code BEGIN ATOMIC} does: the table comes first, then the
 * function, then the default.
 */
final class CircularDefaults {

    private final Lookup side;
    private final CircularDependencies cycles;
    private final Set<ObjectKey> made = new HashSet<>();
    private final List<DiffStep> split = new ArrayList<>();

    private CircularDefaults(Lookup side) {
        this.side = side;
        this.cycles = new CircularDependencies(side);
    }

    /** {@return the steps, with such defaults separate from their tables} */
    static List<DiffStep> split(Lookup side, List<DiffStep> steps) {
        CircularDefaults defaults = new CircularDefaults(side);
        steps.stream()
                .filter(step -> step.rank() == Rank.ROUTINE)
                .map(DiffStep::key)
                .forEach(defaults.made::add);
        if (defaults.made.isEmpty()) {
            return steps;
        }
        steps.forEach(defaults::add);
        return defaults.split;
    }

    private void add(DiffStep step) {
        if (step.rank() != Rank.TABLE) {
            split.add(step);
            return;
        }
        List<AnnotatedOperation> changes = new ArrayList<>();
        for (AnnotatedOperation change : step.changes()) {
            if (change.operation() instanceof CreateTable create) {
                changes.add(new AnnotatedOperation(CreateTable.of(bare(create.definition())), change.notes()));
            } else if (change.operation() instanceof AddColumn add && isLate(add.table(), add.definition())) {
                List<String> notes = new ArrayList<>(change.notes());
                if (add.definition().isNotNull()) {
                    notes.add(Notes.newColumnNeedsValue(add.table()));
                }
                changes.add(
                        new AnnotatedOperation(AddColumn.of(add.table(), late(add.table(), add.definition())), notes));
            } else if (change.operation() instanceof AlterColumnValue alter
                    && alter.to() instanceof Default
                    && isLate(alter.table(), alter.column())) {
                split.add(new DiffStep(Rank.SET_DEFAULT, key(alter.table(), alter.column()), List.of(change)));
            } else {
                changes.add(change);
            }
        }
        split.add(new DiffStep(step.rank(), step.key(), changes, step.needs()));
    }

    private Table bare(Table table) {
        return table.columns().stream().noneMatch(column -> isLate(table.name(), column))
                ? table
                : table.withColumns(table.columns().stream()
                        .map(column -> isLate(table.name(), column) ? late(table.name(), column) : column)
                        .toList());
    }

    private Column late(QualifiedName table, Column column) {
        AlterColumnValue change = new AlterColumnValue(table, column.name(), ColumnValue.NONE, column.value());
        split.add(new DiffStep(Rank.SET_DEFAULT, key(table, column.name()), List.of(AnnotatedOperation.of(change))));
        return column.withValue(ColumnValue.NONE);
    }

    private boolean isLate(QualifiedName table, Column column) {
        return column.value() instanceof Default && isLate(table, column.name());
    }

    private boolean isLate(QualifiedName table, String column) {
        ObjectKey key = key(table, column);
        return side.dependencies().stream()
                        .anyMatch(
                                dependency -> dependency.dependent().equals(key) && made.contains(dependency.needed()))
                && cycles.includes(key);
    }

    private static ObjectKey key(QualifiedName table, String column) {
        return ObjectKey.of(ObjectKind.COLUMN, table, column);
    }
}
