/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import dev.retort.operation.value.ColumnType;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.NotNull;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An operation on a column of a table; those that set a default work on a view's columns too. Renaming it, its
 * privileges and its comment are {@link ObjectOperation}s.
 *
 * @since 0.1
 */
public sealed interface ColumnOperation extends Operation {

    /** {@return the table} */
    QualifiedName table();

    /** {@return the column's name} */
    String column();

    /**
     * Calls the method of the visitor for this record.
     *
     * @param <R> the type of the visitor's result
     * @param visitor called exactly once, on the calling thread, with this operation
     * @return what the visitor returned
     */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(OperationVisitor<R> visitor) {
        return visitor.column(this);
    }

    /**
     * Adds a column at the end of a table.
     *
     * @param table the table
     * @param definition the column
     * @param ifNotExists whether nothing happens when there is one of that name
     */
    record AddColumn(QualifiedName table, Column definition, boolean ifNotExists) implements ColumnOperation {

        /**
         * {@return the operation {@code ALTER TABLE ... ADD COLUMN}, which fails when the column exists}
         *
         * @param table the table, which may be partitioned or a parent: children get the column too
         * @param definition the column with its type, collation, default and {@code NOT NULL}
         */
        public static AddColumn of(QualifiedName table, Column definition) {
            return new AddColumn(table, definition, false);
        }

        @Override
        public String column() {
            return definition.name();
        }

        @Override
        public DropColumn reverse() {
            return new DropColumn(table, column(), ifNotExists, false, false, definition);
        }

        @Override
        public String describe() {
            return "add column " + table + "." + column();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addColumn(this);
        }
    }

    /**
     * Drops a column, and with it the indexes and constraints of its table that use it: drop these first if they are to
     * be reversed. The reversal adds the column at the end of the table.
     *
     * @param table the table
     * @param column the column
     * @param ifExists whether nothing happens when there is none
     * @param cascade whether dependent objects are dropped too; then it cannot be reversed
     * @param only whether child tables keep it as their own; the reversal makes one column of theirs and the parent's
     * @param dropped its definition, for the reversal
     */
    record DropColumn(
            QualifiedName table,
            String column,
            boolean ifExists,
            boolean cascade,
            boolean only,
            @Nullable Column dropped)
            implements ColumnOperation {

        /**
         * {@return the operation {@code ALTER TABLE ... DROP COLUMN ... RESTRICT}, whose reversal adds the column
         * without its values}
         *
         * @param table the table
         * @param dropped the column as it is now, for the reversal
         */
        public static DropColumn of(QualifiedName table, Column dropped) {
            return new DropColumn(table, dropped.name(), false, false, false, dropped);
        }

        /**
         * {@return the operation {@code ALTER TABLE ONLY ... DROP COLUMN ... RESTRICT}, which leaves the column to the
         * child tables}
         *
         * @param table the parent table
         * @param dropped the column as it is now, for the reversal
         */
        public static DropColumn only(QualifiedName table, Column dropped) {
            return new DropColumn(table, dropped.name(), false, false, true, dropped);
        }

        @Override
        public AddColumn reverse() {
            return new AddColumn(table, Needed.dropped(this, cascade, dropped), ifExists);
        }

        @Override
        public String describe() {
            return "drop column " + table + "." + column;
        }

        @Override
        public boolean losesData() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropColumn(this);
        }
    }

    /**
     * Changes the type or collation of a column.
     *
     * @param table the table
     * @param column the column
     * @param from the old type
     * @param to the new type
     * @param using the expression that converts the old value, as SQL; {@code null} for an assignment cast
     * @param reverseUsing the same for the reversal
     */
    record AlterColumnType(
            QualifiedName table,
            String column,
            @Nullable ColumnType from,
            ColumnType to,
            @Nullable String using,
            @Nullable String reverseUsing)
            implements ColumnOperation {

        @Override
        public AlterColumnType reverse() {
            return new AlterColumnType(table, column, to, Needed.from(this, from), reverseUsing, using);
        }

        @Override
        public String describe() {
            return "change type of column " + table + "." + column + " to " + to.type();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterColumnType(this);
        }
    }

    /**
     * Sets or drops the {@code NOT NULL} of a column; or, from one {@link NotNull} to another, changes the constraint,
     * which exists since PostgreSQL 18. Before 18 the latter does nothing.
     *
     * @param table the table
     * @param column the column
     * @param from {@code null} if it was nullable
     * @param to {@code null} if it becomes nullable
     */
    record AlterColumnNullability(
            QualifiedName table,
            String column,
            @Nullable NotNull from,
            @Nullable NotNull to) implements ColumnOperation {

        /**
         * {@return the operation {@code ALTER COLUMN ... SET NOT NULL}, which fails when a row has a null}
         *
         * @param table the table, which the server reads under ACCESS EXCLUSIVE unless a validated check proves that
         *     there are no nulls
         * @param column the column's name, unquoted
         */
        public static AlterColumnNullability setNotNull(QualifiedName table, String column) {
            return new AlterColumnNullability(table, column, null, NotNull.PLAIN);
        }

        /**
         * {@return the operation {@code ALTER COLUMN ... DROP NOT NULL}}
         *
         * @param table the table
         * @param column the column's name, unquoted
         */
        public static AlterColumnNullability dropNotNull(QualifiedName table, String column) {
            return new AlterColumnNullability(table, column, NotNull.PLAIN, null);
        }

        /** {@return whether it only validates the constraint for existing rows} */
        public boolean validates() {
            return from != null
                    && to != null
                    && !from.validated()
                    && from.equals(new NotNull(to.name(), to.noInherit(), false));
        }

        @Override
        public AlterColumnNullability reverse() {
            return new AlterColumnNullability(table, column, to, from);
        }

        @Override
        public String describe() {
            return "make column " + table + "." + column + (to == null ? " nullable" : " not null");
        }

        @Override
        public Transactionality transactionality() {
            return validates() ? Transactionality.ALONE : Transactionality.INSIDE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterColumnNullability(this);
        }
    }

    /**
     * Changes where the value of a column comes from: default, identity, generated, or nothing. PostgreSQL cannot turn
     * an ordinary column into a generated one: that needs a new column.
     *
     * @param table the table
     * @param column the column
     * @param from the old source; {@code null} if not given: then a default is assumed if the difference matters
     * @param to the new source
     */
    record AlterColumnValue(
            QualifiedName table, String column, @Nullable ColumnValue from, ColumnValue to) implements ColumnOperation {

        /**
         * Refuses to turn an ordinary column into a generated one.
         *
         * @param table the table
         * @param column the column
         * @param from the old source; {@code null} if not given: then a default is assumed if the difference matters
         * @param to the new source
         */
        public AlterColumnValue {
            if (to instanceof ColumnValue.Generated && from != null && !(from instanceof ColumnValue.Generated)) {
                throw new IllegalArgumentException(
                        "PostgreSQL cannot make a column generated that is not; drop and add it");
            }
        }

        @Override
        public AlterColumnValue reverse() {
            ColumnValue before = Needed.from(this, from);
            if (before instanceof ColumnValue.Generated && !(to instanceof ColumnValue.Generated)) {
                throw IrreversibleOperationException.impossible(
                        this, "PostgreSQL cannot make a column generated that is not.");
            }
            return new AlterColumnValue(table, column, to, before);
        }

        @Override
        public String describe() {
            return "change default of column " + table + "." + column;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterColumnValue(this);
        }
    }

    /**
     * Changes how long values of a column are stored, for new rows.
     *
     * @param table the table
     * @param column the column
     * @param from {@code PLAIN}, {@code EXTERNAL}, {@code EXTENDED}, {@code MAIN}, or {@code DEFAULT} for the type's
     *     own
     * @param to the same
     */
    record AlterColumnStorage(
            QualifiedName table, String column, @Nullable String from, String to) implements ColumnOperation {

        @Override
        public AlterColumnStorage reverse() {
            return new AlterColumnStorage(table, column, to, Needed.from(this, from));
        }

        @Override
        public String describe() {
            return "change storage of column " + table + "." + column;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterColumnStorage(this);
        }
    }

    /**
     * Changes how long values of a column are compressed, for new rows (14).
     *
     * @param table the table
     * @param column the column
     * @param from {@code pglz}, {@code lz4}, or {@code default} for the setting's
     * @param to the same
     */
    record AlterColumnCompression(
            QualifiedName table, String column, @Nullable String from, String to) implements ColumnOperation {

        @Override
        public AlterColumnCompression reverse() {
            return new AlterColumnCompression(table, column, to, Needed.from(this, from));
        }

        @Override
        public String describe() {
            return "change compression of column " + table + "." + column;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterColumnCompression(this);
        }
    }

    /**
     * Changes the statistics target of a column for {@code ANALYZE}.
     *
     * @param table the table
     * @param column the column
     * @param from the statistics target; -1 for the setting's
     * @param to the same
     */
    record AlterColumnStatistics(
            QualifiedName table, String column, @Nullable Integer from, int to) implements ColumnOperation {

        @Override
        public AlterColumnStatistics reverse() {
            return new AlterColumnStatistics(table, column, to, Needed.from(this, from));
        }

        @Override
        public String describe() {
            return "change statistics target of column " + table + "." + column;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterColumnStatistics(this);
        }
    }

    /**
     * Sets options of a column for the planner, such as {@code n_distinct}.
     *
     * @param table the table
     * @param column the column
     * @param from the options it had
     * @param to the options; those of before that are not among them go back to PostgreSQL's own
     */
    record AlterColumnOptions(
            QualifiedName table, String column, @Nullable Map<String, String> from, Map<String, String> to)
            implements ColumnOperation {

        /**
         * Copies the options.
         *
         * @param table the table
         * @param column the column
         * @param from the options it had
         * @param to the options
         */
        public AlterColumnOptions {
            from = from == null ? null : Collections.unmodifiableMap(new TreeMap<>(from));
            to = Collections.unmodifiableMap(new TreeMap<>(to));
        }

        @Override
        public AlterColumnOptions reverse() {
            return new AlterColumnOptions(table, column, to, Needed.from(this, from));
        }

        @Override
        public String describe() {
            return "set options of column " + table + "." + column;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterColumnOptions(this);
        }
    }

    /**
     * Handles each of these operations.
     *
     * @param <R> the type of the result; {@link Void} where there is none
     */
    interface Visitor<R> {

        /**
         * Handles {@link AddColumn}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R addColumn(AddColumn operation);

        /**
         * Handles {@link DropColumn}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R dropColumn(DropColumn operation);

        /**
         * Handles {@link AlterColumnType}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R alterColumnType(AlterColumnType operation);

        /**
         * Handles {@link AlterColumnNullability}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R alterColumnNullability(AlterColumnNullability operation);

        /**
         * Handles {@link AlterColumnValue}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R alterColumnValue(AlterColumnValue operation);

        /**
         * Handles {@link AlterColumnStorage}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R alterColumnStorage(AlterColumnStorage operation);

        /**
         * Handles {@link AlterColumnCompression}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R alterColumnCompression(AlterColumnCompression operation);

        /**
         * Handles {@link AlterColumnStatistics}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R alterColumnStatistics(AlterColumnStatistics operation);

        /**
         * Handles {@link AlterColumnOptions}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R alterColumnOptions(AlterColumnOptions operation);
    }
}
