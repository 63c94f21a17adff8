/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import dev.retort.internal.diff.model.Lookup;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.MaterializedView;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Constraint.ForeignKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Entities on what is no table: a view, a materialized view or a foreign table satisfies an entity when it has its columns. It is
 * never replaced by a table.
 *
 * @param tablesOnly the model without the tables of such entities
 * @param selected the names of what such entities select from
 * @param missing the columns that they lack, one sentence each
 */
record ViewAlignment(DatabaseSchema tablesOnly, Set<QualifiedName> selected, List<String> missing) {

    static ViewAlignment of(DatabaseSchema model, Lookup database) {
        List<Table> tables = new ArrayList<>();
        Set<QualifiedName> selected = new HashSet<>();
        List<String> missing = new ArrayList<>();
        for (Table table : model.tables()) {
            ObjectKey relation = database.relation(table.name());
            if (relation == null || !isSelectable(relation.kind())) {
                tables.add(table);
            } else {
                selected.add(table.name());
                missing.addAll(missing(table, relation, database));
            }
        }
        return new ViewAlignment(selected.isEmpty() ? model : without(model, tables, selected), selected, missing);
    }

    private static boolean isSelectable(ObjectKind kind) {
        return kind == ObjectKind.VIEW || kind == ObjectKind.MATERIALIZED_VIEW || kind == ObjectKind.FOREIGN_TABLE;
    }

    /** The columns of a foreign table are not read. */
    private static List<String> missing(Table table, ObjectKey relation, Lookup database) {
        Set<String> columns = new HashSet<>();
        if (database.object(relation) instanceof View view) {
            view.columns().forEach(column -> columns.add(column.name()));
        } else if (database.object(relation) instanceof MaterializedView view) {
            view.columns().forEach(column -> columns.add(column.name()));
        } else {
            return List.of();
        }
        List<String> lacking = table.columns().stream()
                .map(Column::name)
                .filter(column -> !columns.contains(column))
                .toList();
        return lacking.isEmpty()
                ? List.of()
                : List.of("The entity of " + relation + " needs columns that it does not have: "
                        + String.join(", ", lacking) + ". Change its query manually.");
    }

    /** A constraint or sequence that refers to a view, or belongs to a column of one, cannot be created. */
    private static DatabaseSchema without(DatabaseSchema model, List<Table> tables, Set<QualifiedName> selected) {
        return model.withSequences(model.sequences().stream()
                        .filter(sequence -> sequence.ownedBy() == null
                                || !selected.contains(sequence.ownedBy().table()))
                        .toList())
                .withTables(tables.stream()
                        .map(table -> withoutKeysTo(table, selected))
                        .toList())
                .withDependencies(model.dependencies().stream()
                        .filter(dependency -> !selected.contains(
                                        dependency.dependent().name())
                                && !selected.contains(dependency.needed().name()))
                        .toList());
    }

    private static Table withoutKeysTo(Table table, Set<QualifiedName> selected) {
        List<Constraint> constraints = table.constraints().stream()
                .filter(constraint -> !(constraint instanceof ForeignKey key && selected.contains(key.referenced())))
                .toList();
        return table.withConstraints(constraints);
    }
}
