/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import dev.retort.internal.diff.model.Notes;
import dev.retort.internal.sql.Identifiers;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation.AlterColumnType;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.part.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Columns of enums that change between the numbers of the constants and their names: PostgreSQL casts neither to the other. */
final class OrdinalEnums {

    private final Map<ColumnName, List<String>> constants;

    /**
     * Prepares the conversions.
     *
     * @param constants the names of the constants of the enum that a column is mapped to, in their order
     */
    OrdinalEnums(Map<ColumnName, List<String>> constants) {
        this.constants = constants;
    }

    /** {@return the changes, in which such a column keeps its constants} */
    List<AnnotatedOperation> kept(List<AnnotatedOperation> changes) {
        return changes.stream().map(this::kept).toList();
    }

    private AnnotatedOperation kept(AnnotatedOperation change) {
        if (!(change.operation() instanceof AlterColumnType type) || type.from() == null) {
            return change;
        }
        List<String> names = constants.getOrDefault(new ColumnName(type.table(), type.column()), List.of());
        DataType from = type.from().type();
        DataType to = type.to().type();
        if (names.isEmpty() || isNumber(from) == isNumber(to)) {
            return change;
        }
        return new AnnotatedOperation(
                new AlterColumnType(
                        type.table(),
                        type.column(),
                        type.from(),
                        type.to(),
                        using(type.column(), names, to),
                        using(type.column(), names, from)),
                List.of(Notes.enumIsConverted(names)));
    }

    /** A value that is no constant is cast by its text, which fails where the new type or its check refuses it. */
    private static String using(String column, List<String> names, DataType to) {
        String text = Identifiers.quote(column) + "::text";
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = Identifiers.literal(names.get(i));
            cases.add(isNumber(to) ? "WHEN " + name + " THEN '" + i + "'" : "WHEN '" + i + "' THEN " + name);
        }
        return "(CASE " + text + " " + String.join(" ", cases) + " ELSE " + text + " END)::" + to.sql();
    }

    static boolean isNumber(DataType type) {
        return type.sql().matches("smallint|integer|bigint");
    }
}
