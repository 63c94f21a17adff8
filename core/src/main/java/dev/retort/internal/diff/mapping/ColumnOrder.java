/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import dev.retort.internal.diff.model.Lookup;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.MappingFacts;
import dev.retort.schema.Table;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.Constraint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The columns of new tables as a user would write them: the key first, then in the order of the classes.
 *
 * @param columns the columns of tables in the order of their classes
 */
record ColumnOrder(Map<QualifiedName, List<String>> columns) {

    static ColumnOrder of(MappingFacts facts) {
        return new ColumnOrder(facts.columnOrder());
    }

    /** {@return the model with the columns of tables that the database does not have in this order} */
    DatabaseSchema applied(DatabaseSchema model, Lookup database) {
        return model.withTables(model.tables().stream()
                .map(table -> database.table(table.name()) == null ? ordered(table) : table)
                .toList());
    }

    private Table ordered(Table table) {
        List<String> order = new ArrayList<>(
                table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of()));
        order.addAll(columns.getOrDefault(table.name(), List.of()));
        List<Column> sorted = table.columns().stream()
                .sorted(Comparator.comparingInt(
                        column -> order.contains(column.name()) ? order.indexOf(column.name()) : Integer.MAX_VALUE))
                .toList();
        return table.withColumns(sorted);
    }
}
