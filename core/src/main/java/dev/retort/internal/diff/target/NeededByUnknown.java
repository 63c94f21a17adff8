/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.target;

import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.PartColumns;
import dev.retort.internal.diff.model.ViewColumns;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.Dependency;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Constraint.ForeignKey;
import dev.retort.schema.part.Index;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What objects that the model does not know need of those that it knows, and what the model no longer has: a script
 * that takes it away fails, or would have to remove other objects. So it stays, and the script says why.
 */
final class NeededByUnknown {

    private final Lookup database;
    private final Lookup model;
    private final Set<ObjectKey> unknown;
    private final Set<ColumnName> columns = new HashSet<>();
    private final Set<ObjectKey> views = new HashSet<>();
    private final Map<ObjectKey, List<ForeignKey>> keys = new HashMap<>();
    private final Map<ObjectKey, Set<ObjectKey>> needs = new LinkedHashMap<>();

    NeededByUnknown(Lookup database, Lookup model, Set<ObjectKey> unknown) {
        this.database = database;
        this.model = model;
        this.unknown = unknown;
        if (!unknown.isEmpty()) {
            database.dependencies().forEach(this::dependency);
            database.schema().tables().stream()
                    .filter(table -> unknown.contains(table.key()))
                    .forEach(this::foreignKeys);
        }
    }

    /** {@return whether extended statistics go by themselves, with a column that the model does not have} */
    static boolean losesAColumn(Lookup database, Lookup model, ObjectKey key) {
        return key.kind() == ObjectKind.STATISTICS
                && database.dependencies().stream()
                        .filter(dependency -> dependency.dependent().equals(key))
                        .map(Dependency::needed)
                        .filter(needed -> needed.kind() == ObjectKind.COLUMN)
                        .anyMatch(needed -> {
                            Table table = model.table(needed.name());
                            return table != null
                                    && table.column(needed.detail()).isEmpty();
                        });
    }

    /** {@return what stays and why, one sentence each} */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        needs.forEach((needed, by) -> by.stream()
                .sorted()
                .forEach(object -> sentences.add("The model does not have " + needed + " as it is, but " + object
                        + ", which the model does not know, needs it: it stays. Drop the " + words(object)
                        + " with --drop-unknown, write it into the model, or change it manually first.")));
        return sentences;
    }

    private static String words(ObjectKey object) {
        return object.kind().sql().toLowerCase(java.util.Locale.ROOT);
    }

    private void dependency(Dependency dependency) {
        ObjectKey dependent = database.owner(dependency.dependent());
        ObjectKey needed = dependency.needed();
        ObjectKey owner = database.owner(needed);
        if (!unknown.contains(dependent) || unknown.contains(owner)) {
            return;
        }
        if (needed.kind() == ObjectKind.COLUMN && isMissing(needed, owner)) {
            if (owner.kind() == ObjectKind.TABLE) {
                columns.add(new ColumnName(needed.name(), needed.detail()));
            } else {
                views.add(owner);
            }
            tell(owner.kind() == ObjectKind.TABLE ? needed : owner, dependent);
        } else if (isRoutine(dependent) && isRecreated(owner)) {
            views.add(owner);
            tell(owner, dependent);
        }
    }

    private static boolean isRoutine(ObjectKey key) {
        return key.kind() == ObjectKind.FUNCTION || key.kind() == ObjectKind.PROCEDURE;
    }

    /** A view of the model that is dropped and created again, with other columns. */
    private boolean isRecreated(ObjectKey view) {
        return database.object(view) instanceof View there
                && model.object(view) instanceof View wanted
                && !there.query().equals(wanted.query())
                && !ViewColumns.areWithin(there.columns(), wanted.columns());
    }

    private boolean isMissing(ObjectKey column, ObjectKey owner) {
        SchemaObject wanted = model.object(owner);
        if (wanted instanceof Table table) {
            return table.column(column.detail()).isEmpty();
        }
        return wanted instanceof View view
                && view.columns().stream().noneMatch(other -> other.name().equals(column.detail()));
    }

    private void foreignKeys(Table table) {
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof ForeignKey key) {
                Table referenced = model.table(key.referenced());
                if (referenced != null && !unknown.contains(referenced.key()) && !hasKey(referenced, key)) {
                    keys.computeIfAbsent(referenced.key(), name -> new ArrayList<>())
                            .add(key);
                    key.referencedColumns().stream()
                            .filter(column -> referenced.column(column).isEmpty())
                            .forEach(column -> columns.add(new ColumnName(key.referenced(), column)));
                    tell(
                            ObjectKey.of(
                                    ObjectKind.CONSTRAINT,
                                    key.referenced(),
                                    "UNIQUE (" + String.join(", ", key.referencedColumns()) + ")"),
                            table.key());
                }
            }
        }
    }

    private static boolean hasKey(Table table, ForeignKey key) {
        return table.constraints().stream().anyMatch(constraint -> isKey(constraint, key))
                || table.indexes().stream().anyMatch(index -> isKey(index, key));
    }

    private static boolean isKey(Constraint constraint, ForeignKey key) {
        boolean unique = constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique;
        return unique && PartColumns.columns(constraint).equals(Set.copyOf(key.referencedColumns()));
    }

    private static boolean isKey(Index index, ForeignKey key) {
        return index.unique()
                && index.predicate() == null
                && PartColumns.columns(index).equals(Set.copyOf(key.referencedColumns()));
    }

    private void tell(ObjectKey needed, ObjectKey by) {
        needs.computeIfAbsent(needed, key -> new HashSet<>()).add(by);
    }

    /** {@return whether a view stays as it is} */
    boolean keeps(ObjectKey view) {
        return views.contains(view);
    }

    /** {@return the table that the model wants, with what is needed of the one that is there} */
    Table complete(Table wanted, Table there) {
        List<Column> more = there.columns().stream()
                .filter(column -> columns.contains(new ColumnName(there.name(), column.name())))
                .toList();
        List<ForeignKey> needing = keys.getOrDefault(there.key(), List.of());
        if (more.isEmpty() && needing.isEmpty()) {
            return wanted;
        }
        List<Column> all = new ArrayList<>(wanted.columns());
        all.addAll(more);
        List<Constraint> constraints = new ArrayList<>(wanted.constraints());
        there.constraints().stream()
                .filter(constraint -> needing.stream().anyMatch(key -> isKey(constraint, key)))
                .forEach(constraints::add);
        List<Index> indexes = new ArrayList<>(wanted.indexes());
        there.indexes().stream()
                .filter(index -> needing.stream().anyMatch(key -> isKey(index, key)))
                .forEach(indexes::add);
        return wanted.withColumns(all).withConstraints(constraints).withIndexes(indexes);
    }
}
