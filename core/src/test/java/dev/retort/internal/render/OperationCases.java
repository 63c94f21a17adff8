/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.DataType;
import dev.retort.schema.part.NotNull;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of cases: for every operation a database, and the operation on it. */
public final class OperationCases {

    private OperationCases() {}

    /** {@return the cases by the groups of operations} */
    static Map<String, List<OperationCase>> groups() {
        Map<String, List<OperationCase>> groups = new LinkedHashMap<>();
        groups.put("Tables", TableCases.tables());
        groups.put("Inheritance and partitions", TableCases.inheritance());
        groups.put("Columns", ColumnCases.columns());
        groups.put("Constraints", ConstraintCases.constraints());
        groups.put("Indexes", ConstraintCases.indexes());
        groups.put("Names, schemas, comments, privileges, storage", ObjectCases.objects());
        groups.put("Types", TypeCases.types());
        groups.put("Values of enum types", TypeCases.enums());
        groups.put("Domains", TypeCases.domains());
        groups.put("Sequences", RelationCases.sequences());
        groups.put("Views and materialized views", RelationCases.views());
        groups.put("Functions and procedures", RelationCases.routines());
        groups.put("Triggers", RelationCases.triggers());
        groups.put("Row-level-security policies", RelationCases.policies());
        groups.put("Schemas and extensions", RelationCases.database());
        groups.put("Rows and SQL", RelationCases.data());
        return groups;
    }

    /** {@return all cases} */
    public static List<OperationCase> all() {
        return groups().values().stream().flatMap(List::stream).toList();
    }

    static QualifiedName table(String name) {
        return QualifiedName.of("public", name);
    }

    static Column column(String name, String type) {
        return Column.of(name, new DataType(type));
    }

    static Column required(String name, String type) {
        return column(name, type).withNotNull(NotNull.PLAIN);
    }

    static ColumnValue defaultTo(String expression) {
        return new ColumnValue.Default(expression);
    }
}
