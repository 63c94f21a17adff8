/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.DataType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** The words that a revision describes tables with, for {@code import static}. */
public final class Definitions {

    private Definitions() {}

    /**
     * {@return the name that a person wrote as {@code table} or {@code schema.table}}
     *
     * <p>A name that holds a dot itself is made with {@link QualifiedName#of(String, String)}.
     */
    public static QualifiedName name(String written) {
        int dot = written.indexOf('.');
        return dot < 0
                ? QualifiedName.of(written)
                : QualifiedName.of(written.substring(0, dot), written.substring(dot + 1));
    }

    /** {@return the table that elements make: the columns in their order, and all constraints} */
    static Table table(String name, TableElement... elements) {
        List<Column> columns = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        for (TableElement element : elements) {
            if (element instanceof ColumnDefinition definition) {
                columns.add(definition.column());
                constraints.addAll(definition.constraints());
            } else if (element instanceof ConstraintDefinition definition) {
                constraints.add(definition.constraint());
            }
        }
        return Table.of(name(name), columns, constraints);
    }

    /**
     * {@return a column that takes nulls and has no default}
     *
     * @param name unquoted
     * @param type its type
     */
    public static ColumnDefinition column(String name, DataType type) {
        return new ColumnDefinition(Column.of(name, type), List.of());
    }

    /** {@return a primary key over some columns} */
    public static ConstraintDefinition primaryKey(String... columns) {
        return new ConstraintDefinition(Constraint.PrimaryKey.of(null, List.of(columns)));
    }

    /** {@return a unique constraint over some columns} */
    public static ConstraintDefinition unique(String... columns) {
        return new ConstraintDefinition(Constraint.Unique.of(null, List.of(columns)));
    }

    /** {@return a condition that every row satisfies; as SQL, without parentheses} */
    public static ConstraintDefinition check(String expression) {
        return new ConstraintDefinition(Constraint.Check.of(null, expression));
    }

    /** {@return the beginning of a foreign key: {@code foreignKey("customer_id").references("customer", "id")}} */
    public static ForeignKeyColumns foreignKey(String... columns) {
        return new ForeignKeyColumns(List.of(columns));
    }

    /**
     * A foreign key that does not know yet what it refers to.
     *
     * @param columns the referencing columns
     */
    public record ForeignKeyColumns(List<String> columns) {

        /** Copies the columns. */
        public ForeignKeyColumns {
            columns = List.copyOf(columns);
        }

        /**
         * Says what is referred to.
         *
         * @param table the table, {@code schema.table} where the search path does not find it
         * @param others its columns; none for its primary key
         */
        public ConstraintDefinition references(String table, String... others) {
            return new ConstraintDefinition(Constraint.ForeignKey.of(null, columns, name(table), List.of(others)));
        }
    }

    /** {@return the beginning of an index: {@code index("ix_customer_email").on("customer", "email")}} */
    public static IndexDefinition.Named index(String name) {
        return new IndexDefinition.Named(name);
    }

    /** {@return the beginning of a change of all rows, batch by batch, in the order of a key, best the primary key} */
    public static Batches.Keyed batches(String table, String... key) {
        return new Batches.Keyed(name(table), List.of(key));
    }
}
