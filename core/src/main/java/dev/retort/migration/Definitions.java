/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import dev.retort.schema.Table;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.DataType;
import java.util.ArrayList;
import java.util.List;

/**
 * The definitions of tables and their parts, for {@code import static}.
 *
 * @since 0.1
 */
public final class Definitions {

    private Definitions() {}

    /**
     * {@return the name that a user wrote as {@code table} or {@code schema.table}}
     *
     * <p>A name that contains a dot is created with {@link QualifiedName#of(String, String)}.
     *
     * @param written the name, unquoted and in the case of the catalog
     */
    public static QualifiedName name(String written) {
        int dot = Names.present(written, "The name of a table").indexOf('.');
        if (dot < 0) {
            return QualifiedName.of(Names.plain(written));
        }
        String rest = written.substring(dot + 1);
        if (rest.indexOf('.') >= 0) {
            throw new IllegalArgumentException("The name " + written + " has two dots: it is table or schema.table;"
                    + " QualifiedName.of(schema, table) creates a name that contains a dot");
        }
        return QualifiedName.of(Names.plain(written.substring(0, dot)), Names.plain(rest));
    }

    /** {@return a table of these elements: the columns in their order, and all constraints} */
    static Table table(String name, TableElement... elements) {
        List<Column> columns = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        String partitionBy = null;
        for (TableElement element : elements) {
            Names.present(element, "An element of table " + name);
            if (element instanceof ColumnDefinition definition) {
                columns.add(definition.column());
                constraints.addAll(definition.constraints());
            } else if (element instanceof ConstraintDefinition definition) {
                constraints.add(definition.constraint());
            } else if (element instanceof PartitionDefinition definition) {
                partitionBy = definition.by();
            }
        }
        Table table = Table.of(name(name), columns, constraints);
        return partitionBy == null ? table : table.withPartitionBy(partitionBy);
    }

    /**
     * {@return a nullable column without a default}
     *
     * @param name unquoted
     * @param type its type
     */
    public static ColumnDefinition column(String name, DataType type) {
        return new ColumnDefinition(
                Column.of(Names.plain(name), Names.present(type, "The type of column " + name)), List.of());
    }

    /**
     * {@return a primary key over some columns}
     *
     * @param columns the key columns in their order, unquoted
     */
    public static ConstraintDefinition primaryKey(String... columns) {
        return new ConstraintDefinition(Constraint.PrimaryKey.of(null, Names.plain(columns)));
    }

    /**
     * {@return a unique constraint over some columns}
     *
     * @param columns the key columns in their order, unquoted
     */
    public static ConstraintDefinition unique(String... columns) {
        return new ConstraintDefinition(Constraint.Unique.of(null, Names.plain(columns)));
    }

    /**
     * {@return a condition that every row satisfies; as SQL, without parentheses}
     *
     * @param expression the condition, such as {@code "price > 0"}
     */
    public static ConstraintDefinition check(String expression) {
        return new ConstraintDefinition(
                Constraint.Check.of(null, Names.present(expression, "The condition of a check")));
    }

    /**
     * {@return the beginning of a foreign key: {@code foreignKey("customer_id").references("customer", "id")}}
     *
     * @param columns the referencing columns, unquoted
     */
    public static ForeignKeyColumns foreignKey(String... columns) {
        return new ForeignKeyColumns(Names.plain(columns));
    }

    /**
     * A foreign key without its referenced table.
     *
     * @param columns the referencing columns
     */
    public record ForeignKeyColumns(List<String> columns) {

        /**
         * Copies the columns.
         *
         * @param columns the referencing columns
         */
        public ForeignKeyColumns {
            columns = List.copyOf(columns);
        }

        /**
         * Sets the referenced table.
         *
         * @param table the table, {@code schema.table} where the search path does not find it
         * @param others its columns; none for its primary key
         * @return the foreign key, to which PostgreSQL gives a name unless {@link ConstraintDefinition#named} does
         */
        public ConstraintDefinition references(String table, String... others) {
            return new ConstraintDefinition(Constraint.ForeignKey.of(null, columns, name(table), Names.plain(others)));
        }
    }

    /**
     * {@return the beginning of an index: {@code index("ix_customer_email").on("customer", "email")}}
     *
     * @param name the index's name, unquoted and without a schema: an index is in the schema of its table
     */
    public static IndexDefinition.Named index(String name) {
        return new IndexDefinition.Named(Names.withoutSchema(name));
    }

    /**
     * {@return the beginning of a change of all rows, batch by batch, in the order of a key, best the primary key}
     *
     * @param table the table, {@code schema.table} where the search path does not find it
     * @param key the columns of the key, unquoted, in the order of an index
     */
    public static Batches.Keyed batches(String table, String... key) {
        return new Batches.Keyed(name(table), Names.plain(key));
    }

    /**
     * {@return the beginning of an exclusion constraint:
     * {@code exclude("gist").with("room", "=").with("during", "&&")}}
     *
     * @param method the index method: {@code gist}, {@code btree}, ...
     */
    public static ExclusionDefinition exclude(String method) {
        return new ExclusionDefinition(method, List.of(), List.of());
    }

    /**
     * {@return how a new table is partitioned: {@code partitionBy("RANGE (created_at)")}}
     *
     * @param key strategy and columns as SQL, as after {@code PARTITION BY}
     */
    public static PartitionDefinition partitionBy(String key) {
        return new PartitionDefinition(Names.present(key, "The partition key"));
    }

    /**
     * {@return the beginning of a change of a column's type:
     * {@code columnType("score").from(text()).to(integer()).using("score::integer").reverseUsing("score::text")}}
     *
     * @param column the column's name, unquoted
     */
    public static TypeChangeDefinition.Named columnType(String column) {
        return new TypeChangeDefinition.Named(Names.plain(column));
    }
}
