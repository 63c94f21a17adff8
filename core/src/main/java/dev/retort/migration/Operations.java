/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import static dev.retort.migration.Definitions.name;
import static dev.retort.migration.Names.plain;
import static dev.retort.migration.Names.present;
import static dev.retort.migration.Names.withoutSchema;

import dev.retort.operation.ColumnOperation.AddColumn;
import dev.retort.operation.ColumnOperation.AlterColumnNullability;
import dev.retort.operation.ColumnOperation.AlterColumnType;
import dev.retort.operation.ColumnOperation.AlterColumnValue;
import dev.retort.operation.ColumnOperation.DropColumn;
import dev.retort.operation.ConstraintOperation.AddConstraint;
import dev.retort.operation.ConstraintOperation.DropConstraint;
import dev.retort.operation.ConstraintOperation.ValidateConstraint;
import dev.retort.operation.DataOperation.ExecuteSql;
import dev.retort.operation.DataOperation.InsertRows;
import dev.retort.operation.DatabaseOperation.CreateExtension;
import dev.retort.operation.DatabaseOperation.CreateSchema;
import dev.retort.operation.EnumOperation.AddEnumValue;
import dev.retort.operation.EnumOperation.RenameEnumValue;
import dev.retort.operation.IndexOperation.CreateIndex;
import dev.retort.operation.IndexOperation.DropIndex;
import dev.retort.operation.ObjectOperation.CommentOn;
import dev.retort.operation.ObjectOperation.Rename;
import dev.retort.operation.Operation;
import dev.retort.operation.SequenceOperation.CreateSequence;
import dev.retort.operation.TableOperation.CreateTable;
import dev.retort.operation.TableOperation.DropTable;
import dev.retort.operation.TypeOperation.CreateType;
import dev.retort.operation.ViewOperation.CreateView;
import dev.retort.operation.ViewOperation.DropView;
import dev.retort.operation.value.ColumnType;
import dev.retort.operation.value.Value;
import dev.retort.schema.EnumType;
import dev.retort.schema.Extension;
import dev.retort.schema.Namespace;
import dev.retort.schema.Sequence;
import dev.retort.schema.View;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.DataType;
import dev.retort.schema.part.SequenceOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a Java revision, named after the directives of Alembic's {@code op}.
 *
 * <p>Names are unquoted; {@code schema.table} names a table that the search path does not find. Types, expressions and
 * conditions are SQL. {@link #apply} accepts every operation, including those without a method here.
 *
 * <p>Valid only during the call that receives it, on that call's thread. Each method runs at once, in the transaction
 * of the step except with {@link #autocommit} or {@link #inBatches}, and throws
 * {@link dev.retort.error.RetortException} when it fails. Then the step has failed, even if the code catches the
 * exception: every later call throws it again, and the step is rolled back.
 *
 * @since 0.1
 */
public interface Operations extends ConditionalOperations, PartitionOperations {

    /**
     * Runs an operation.
     *
     * <pre>{@code op.apply(new SetUnlogged(QualifiedName.of("scratch"), true));}</pre>
     *
     * @param operation the operation
     */
    @Override
    void apply(Operation operation);

    /**
     * Prepares a statement with parameters or a result.
     *
     * <pre>{@code
     * List<Long> ids = op.sql("SELECT id FROM customer WHERE name = ?").param("Ada").query(row -> row.getLong("id"));
     * }</pre>
     *
     * @param sql one statement, with a {@code ?} for each parameter; write {@code ??} for an operator with a {@code ?}
     * @return the call, which sends nothing until its answer is asked for
     */
    SqlCall sql(String sql);

    /**
     * Commits the transaction and runs a part outside of a transaction, as concurrent index builds need: each of its
     * statements commits at once.
     *
     * <pre>{@code
     * op.autocommit(alone -> alone.createIndex(index("ix_customer_email").on("customer", "email").concurrently()));
     * }</pre>
     *
     * <p>When the process dies in it, the next run calls the revision again; committed statements are recognized by
     * their order and do not run again, so the code must issue the same statements.
     *
     * @param part the part
     */
    void autocommit(Consumer<Operations> part);

    /**
     * Commits the transaction and changes many rows, batch by batch.
     *
     * <pre>{@code
     * op.inBatches(batches("customer", "id").update("email = lower(email)").where("email <> lower(email)"));
     * }</pre>
     *
     * <p>When the process dies in it, the next run continues after the last committed batch.
     *
     * @param batches the change
     */
    void inBatches(Batches batches);

    /**
     * Reverses the operations of some code, the last one first.
     *
     * <pre>{@code op.reverse(this::upgrade);}</pre>
     *
     * @param part the code; all its operations must be reversible
     * @throws dev.retort.error.RetortException when one of them cannot be reversed; then none of them ran
     */
    void reverse(Consumer<Operations> part);

    /**
     * {@return the arguments of the command: {@code -x key=value} and {@code --tag}}
     *
     * <pre>{@code if (op.arguments().values().containsKey("with-samples")) { ... }}</pre>
     */
    RunArguments arguments();

    /**
     * Runs statements.
     *
     * <pre>{@code op.execute("UPDATE customer SET email = '' WHERE email IS NULL");}</pre>
     *
     * @param sql statements, separated by semicolons; no {@code BEGIN} or {@code COMMIT}
     */
    default void execute(String sql) {
        apply(ExecuteSql.of(sql));
    }

    /**
     * Runs statements that can be reversed.
     *
     * <pre>{@code op.execute("CREATE SERVER f FOREIGN DATA WRAPPER file_fdw", "DROP SERVER f");}</pre>
     *
     * @param sql statements, separated by semicolons
     * @param reverseSql the statements that reverse them
     */
    default void execute(String sql, String reverseSql) {
        apply(new ExecuteSql(sql, reverseSql, false));
    }

    /**
     * Creates a table.
     *
     * <pre>{@code
     * op.createTable("customer",
     *         column("id", bigint()).identity().primaryKey(),
     *         column("email", varchar(320)).notNull().defaultTo("''"),
     *         unique("email").named("uq_customer_email"));
     * }</pre>
     *
     * @param table its name
     * @param elements its columns in their order, and its constraints
     */
    default void createTable(String table, TableElement... elements) {
        apply(CreateTable.of(Definitions.table(table, elements)));
    }

    /**
     * Drops a table. Cannot be reversed: see {@link DropTable} for a drop that can.
     *
     * <pre>{@code op.dropTable("customer");}</pre>
     *
     * @param table its name
     */
    default void dropTable(String table) {
        apply(new DropTable(name(table), false, false, null));
    }

    /**
     * Drops a table, with its definition for the reversal.
     *
     * <pre>{@code op.dropTable("customer", column("id", bigint()).identity(), primaryKey("id").named("customer_pkey"));}</pre>
     *
     * @param table its name
     * @param elements its columns in their order, and its constraints
     */
    default void dropTable(String table, TableElement... elements) {
        apply(DropTable.of(Definitions.table(table, elements)));
    }

    /**
     * Renames a table.
     *
     * <pre>{@code op.renameTable("customer", "client");}</pre>
     *
     * @param from its name
     * @param to its new name, in the same schema
     */
    default void renameTable(String from, String to) {
        apply(new Rename(ObjectKey.of(ObjectKind.TABLE, name(from)), withoutSchema(to)));
    }

    /**
     * Sets the comment of a table.
     *
     * <pre>{@code op.commentOnTable("customer", "Who buys");}</pre>
     *
     * @param table its name
     * @param comment the comment; empty for none
     */
    default void commentOnTable(String table, String comment) {
        apply(new CommentOn(ObjectKey.of(ObjectKind.TABLE, name(table)), null, comment));
    }

    /**
     * Sets the comment of a column.
     *
     * <pre>{@code op.commentOnColumn("customer", "email", "Where the invoice goes");}</pre>
     *
     * @param table the table
     * @param column its name
     * @param comment the comment; empty for none
     */
    default void commentOnColumn(String table, String column, String comment) {
        apply(new CommentOn(ObjectKey.of(ObjectKind.COLUMN, name(table), plain(column)), null, comment));
    }

    /**
     * Adds a column.
     *
     * <pre>{@code op.addColumn("customer", column("email", text()));}</pre>
     *
     * @param table the table
     * @param column the column; constraints that it states are added after it
     */
    default void addColumn(String table, ColumnDefinition column) {
        apply(AddColumn.of(name(table), column.column()));
        column.constraints().forEach(constraint -> apply(new AddConstraint(name(table), constraint)));
    }

    /**
     * Drops a column. Cannot be reversed.
     *
     * <pre>{@code op.dropColumn("customer", "email");}</pre>
     *
     * @param table the table
     * @param column its name
     */
    default void dropColumn(String table, String column) {
        apply(new DropColumn(name(table), plain(column), false, false, false, null));
    }

    /**
     * Drops a column, with its definition for the reversal.
     *
     * <pre>{@code op.dropColumn("customer", column("email", text()));}</pre>
     *
     * @param table the table
     * @param column the column
     */
    default void dropColumn(String table, ColumnDefinition column) {
        apply(DropColumn.of(name(table), column.column()));
    }

    /**
     * Renames a column.
     *
     * <pre>{@code op.renameColumn("customer", "email", "email_address");}</pre>
     *
     * @param table the table
     * @param from its name
     * @param to its new name
     */
    default void renameColumn(String table, String from, String to) {
        apply(new Rename(ObjectKey.of(ObjectKind.COLUMN, name(table), plain(from)), plain(to)));
    }

    /**
     * Changes the type of a column. Cannot be reversed.
     *
     * <pre>{@code op.alterColumnType("customer", "score", integer(), "score::integer");}</pre>
     *
     * @param table the table
     * @param column its name
     * @param type the type
     * @param using the expression that converts the old value, as SQL; {@code null} for PostgreSQL's cast
     */
    default void alterColumnType(String table, String column, DataType type, @Nullable String using) {
        apply(new AlterColumnType(name(table), plain(column), null, new ColumnType(type, null), using, null));
    }

    /**
     * Changes the type of a column, with the old type for the reversal.
     *
     * <pre>{@code
     * op.alterColumnType("customer", columnType("score").from(text()).to(integer())
     *         .using("score::integer").reverseUsing("score::text"));
     * }</pre>
     *
     * @param table the table
     * @param change the column and its types
     */
    default void alterColumnType(String table, TypeChangeDefinition change) {
        apply(change.of(name(table)));
    }

    /**
     * Sets a column {@code NOT NULL}.
     *
     * <pre>{@code op.setNotNull("customer", "email");}</pre>
     *
     * @param table the table
     * @param column its name
     */
    default void setNotNull(String table, String column) {
        apply(AlterColumnNullability.setNotNull(name(table), plain(column)));
    }

    /**
     * Drops the {@code NOT NULL} of a column.
     *
     * <pre>{@code op.dropNotNull("customer", "email");}</pre>
     *
     * @param table the table
     * @param column its name
     */
    default void dropNotNull(String table, String column) {
        apply(AlterColumnNullability.dropNotNull(name(table), plain(column)));
    }

    /**
     * Sets the default of a column, for new rows. Cannot be reversed.
     *
     * <pre>{@code op.setDefault("customer", "email", "''");}</pre>
     *
     * @param table the table
     * @param column its name
     * @param expression the default as SQL
     */
    default void setDefault(String table, String column, String expression) {
        apply(new AlterColumnValue(
                name(table),
                plain(column),
                null,
                new ColumnValue.Default(present(expression, "The default of column " + column))));
    }

    /**
     * Sets the default of a column, with the old default for the reversal.
     *
     * <pre>{@code op.setDefault("customer", "email", "''", "'none'");}</pre>
     *
     * @param table the table
     * @param column its name
     * @param expression the default as SQL
     * @param was the old default, as SQL; {@code null} for none
     */
    default void setDefault(String table, String column, String expression, @Nullable String was) {
        ColumnValue before = was == null ? ColumnValue.NONE : new ColumnValue.Default(was);
        ColumnValue after = new ColumnValue.Default(present(expression, "The default of column " + column));
        apply(new AlterColumnValue(name(table), plain(column), before, after));
    }

    /**
     * Drops the default of a column. Cannot be reversed.
     *
     * <pre>{@code op.dropDefault("customer", "email");}</pre>
     *
     * @param table the table
     * @param column its name
     */
    default void dropDefault(String table, String column) {
        apply(new AlterColumnValue(name(table), plain(column), null, ColumnValue.NONE));
    }

    /**
     * Adds a constraint.
     *
     * <pre>{@code
     * op.addConstraint("orders", foreignKey("customer_id").references("customer", "id").named("fk_orders_customer"));
     * }</pre>
     *
     * @param table the table
     * @param constraint the constraint; without a name it cannot be reversed
     */
    default void addConstraint(String table, ConstraintDefinition constraint) {
        apply(new AddConstraint(name(table), constraint.constraint()));
    }

    /**
     * Drops a constraint. Cannot be reversed.
     *
     * <pre>{@code op.dropConstraint("orders", "fk_orders_customer");}</pre>
     *
     * @param table the table
     * @param constraint its name
     */
    default void dropConstraint(String table, String constraint) {
        apply(new DropConstraint(name(table), plain(constraint), false, false, null));
    }

    /**
     * Drops a constraint, with its definition for the reversal.
     *
     * <pre>{@code op.dropConstraint("customer", unique("email").named("uq_customer_email"));}</pre>
     *
     * @param table the table
     * @param constraint the constraint, with its name
     */
    default void dropConstraint(String table, ConstraintDefinition constraint) {
        apply(DropConstraint.of(name(table), constraint.constraint()));
    }

    /**
     * Validates a constraint for the rows that existed when it was added; does not block writes. Cannot be reversed.
     *
     * <pre>{@code op.validateConstraint("orders", "fk_orders_customer");}</pre>
     *
     * @param table the table
     * @param constraint its name
     */
    default void validateConstraint(String table, String constraint) {
        apply(new ValidateConstraint(name(table), plain(constraint), null));
    }

    /**
     * Validates a constraint for the rows that existed when it was added, with its definition for the reversal.
     *
     * <pre>{@code op.validateConstraint("orders", check("total >= 0").named("ck_orders_total"));}</pre>
     *
     * @param table the table
     * @param constraint the constraint, with its name
     */
    default void validateConstraint(String table, ConstraintDefinition constraint) {
        String named = present(constraint.constraint().name(), "The name of a constraint that is validated");
        apply(new ValidateConstraint(name(table), named, constraint.constraint()));
    }

    /**
     * Builds an index.
     *
     * <pre>{@code op.createIndex(index("ix_customer_email").on("customer", "email").unique());}</pre>
     *
     * @param index the index; a concurrent one only inside {@link #autocommit}
     */
    default void createIndex(IndexDefinition index) {
        apply(new CreateIndex(index.table(), index.index(), index.isConcurrent(), false));
    }

    /**
     * Drops an index. Cannot be reversed.
     *
     * <pre>{@code op.dropIndex("ix_customer_email");}</pre>
     *
     * @param index its name
     */
    default void dropIndex(String index) {
        apply(new DropIndex(name(index), false, false, false, null, null));
    }

    /**
     * Drops an index, with its definition for the reversal.
     *
     * <pre>{@code op.dropIndex(index("ix_customer_email").on("customer", "email"));}</pre>
     *
     * @param index the index; a concurrent one is dropped with {@code CONCURRENTLY}, only inside {@link #autocommit}
     */
    default void dropIndex(IndexDefinition index) {
        apply(new CreateIndex(index.table(), index.index(), index.isConcurrent(), false).reverse());
    }

    /**
     * Drops an index with {@code CONCURRENTLY}; only inside {@link #autocommit}. Cannot be reversed.
     *
     * <pre>{@code op.autocommit(alone -> alone.dropIndexConcurrently("ix_customer_email"));}</pre>
     *
     * @param index its name
     */
    default void dropIndexConcurrently(String index) {
        apply(new DropIndex(name(index), true, false, false, null, null));
    }

    /**
     * Inserts rows.
     *
     * <pre>{@code op.bulkInsert("currency", List.of("code", "digits"), List.of("EUR", 2), List.of("JPY", 0));}</pre>
     *
     * @param table the table
     * @param columns the columns
     * @param rows a list of values for each row: texts, numbers, booleans, UUIDs, dates and times, bytes, lists for
     *     arrays; a {@link Value.Expression} for SQL
     */
    default void bulkInsert(String table, List<String> columns, List<?>... rows) {
        List<List<Value>> values = Arrays.stream(rows)
                .map(row -> row.stream().<Value>map(Value::of).toList())
                .toList();
        apply(new InsertRows(name(table), columns, values, List.of()));
    }

    /**
     * Creates an enum type.
     *
     * <pre>{@code op.createEnum("mood", "sad", "ok", "happy");}</pre>
     *
     * @param type its name
     * @param labels its values in their order
     */
    default void createEnum(String type, String... labels) {
        apply(new CreateType(new EnumType(name(type), plain(labels), List.of(), null)));
    }

    /**
     * Adds a value at the end of an enum type. It can be used once the transaction has committed.
     *
     * <pre>{@code op.addEnumValue("mood", "elated");}</pre>
     *
     * @param type the type
     * @param label the value
     */
    default void addEnumValue(String type, String label) {
        apply(AddEnumValue.of(name(type), plain(label)));
    }

    /**
     * Renames a value of an enum type.
     *
     * <pre>{@code op.renameEnumValue("mood", "ok", "fine");}</pre>
     *
     * @param type the type
     * @param from the value
     * @param to its new name
     */
    default void renameEnumValue(String type, String from, String to) {
        apply(new RenameEnumValue(name(type), plain(from), plain(to)));
    }

    /**
     * Creates a sequence with PostgreSQL's defaults.
     *
     * <pre>{@code op.createSequence("invoice_number");}</pre>
     *
     * @param sequence its name
     */
    default void createSequence(String sequence) {
        apply(new CreateSequence(
                new Sequence(name(sequence), null, SequenceOptions.DEFAULTS, null, false, List.of(), null), false));
    }

    /**
     * Creates a view.
     *
     * <pre>{@code op.createView("active_customer", "SELECT id, name FROM customer WHERE active");}</pre>
     *
     * @param view its name
     * @param query the query as SQL
     */
    default void createView(String view, String query) {
        apply(new CreateView(new View(name(view), List.of(), query, Map.of(), List.of(), List.of(), null)));
    }

    /**
     * Drops a view. Cannot be reversed.
     *
     * <pre>{@code op.dropView("active_customer");}</pre>
     *
     * @param view its name
     */
    default void dropView(String view) {
        apply(new DropView(name(view), false, false, null));
    }

    /**
     * Drops a view, with its query for the reversal.
     *
     * <pre>{@code op.dropView("active_customer", "SELECT id, name FROM customer WHERE active");}</pre>
     *
     * @param view its name
     * @param query its query as SQL
     */
    default void dropView(String view, String query) {
        apply(new CreateView(new View(name(view), List.of(), query, Map.of(), List.of(), List.of(), null)).reverse());
    }

    /**
     * Creates a schema.
     *
     * <pre>{@code op.createSchema("billing");}</pre>
     *
     * @param schema its name
     */
    default void createSchema(String schema) {
        apply(new CreateSchema(new Namespace(plain(schema), List.of(), null), false));
    }

    /**
     * Creates an extension if it does not exist. The reversal drops it only if this upgrade created it.
     *
     * <pre>{@code op.createExtension("pg_trgm");}</pre>
     *
     * @param extension its name
     */
    default void createExtension(String extension) {
        apply(new CreateExtension(new Extension(plain(extension), null, null), true));
    }
}
