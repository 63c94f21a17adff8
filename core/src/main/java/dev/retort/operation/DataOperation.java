/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import dev.retort.operation.value.Value;
import dev.retort.schema.name.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation on rows, or one that is given as SQL.
 *
 * @since 0.1
 */
public sealed interface DataOperation extends Operation {

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
        return visitor.data(this);
    }

    /**
     * Runs SQL.
     *
     * @param sql one or more statements, separated by semicolons
     * @param reverseSql the statements that reverse them; empty where nothing has to be done
     * @param outsideTransaction whether each of the statements runs on its own
     */
    record ExecuteSql(String sql, @Nullable String reverseSql, boolean outsideTransaction) implements DataOperation {

        /**
         * {@return the operation that runs SQL in the transaction of its revision and cannot be reversed}
         *
         * @param sql one or more statements, separated by semicolons
         */
        public static ExecuteSql of(String sql) {
            return new ExecuteSql(sql, null, false);
        }

        @Override
        public ExecuteSql reverse() {
            String back = Needed.of(this, reverseSql, "the statements that reverse it");
            return new ExecuteSql(back, sql, outsideTransaction);
        }

        @Override
        public String describe() {
            return "execute SQL";
        }

        @Override
        public Transactionality transactionality() {
            return outsideTransaction ? Transactionality.OUTSIDE : Transactionality.INSIDE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.executeSql(this);
        }
    }

    /**
     * Inserts rows into a table.
     *
     * @param table the table
     * @param columns the columns that are given
     * @param rows the values of each row, in the order of the columns
     * @param key the columns that identify the rows, for the reversal; empty if not given
     */
    record InsertRows(QualifiedName table, List<String> columns, List<List<Value>> rows, List<String> key)
            implements DataOperation {

        /**
         * Copies the collections.
         *
         * @param table the table
         * @param columns the columns that are given
         * @param rows the values of each row, in the order of the columns
         * @param key the columns that identify the rows, for the reversal; empty if not given
         */
        public InsertRows {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            key = List.copyOf(key);
            Rows.check(columns, rows, key);
        }

        @Override
        public DeleteRows reverse() {
            if (key.isEmpty()) {
                throw IrreversibleOperationException.missing(this, "the columns that identify the rows");
            }
            return new DeleteRows(table, columns, rows, key);
        }

        @Override
        public String describe() {
            return "insert " + rows.size() + " rows into " + table;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.insertRows(this);
        }
    }

    /**
     * Deletes rows of a table.
     *
     * @param table the table
     * @param columns the columns that are given
     * @param rows the values of each row, in the order of the columns
     * @param key the columns that identify the rows
     */
    record DeleteRows(QualifiedName table, List<String> columns, List<List<Value>> rows, List<String> key)
            implements DataOperation {

        /**
         * Copies the collections.
         *
         * @param table the table
         * @param columns the columns that are given
         * @param rows the values of each row, in the order of the columns
         * @param key the columns that identify the rows
         */
        public DeleteRows {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            key = List.copyOf(key);
            Rows.check(columns, rows, key);
        }

        @Override
        public InsertRows reverse() {
            return new InsertRows(table, columns, rows, key);
        }

        @Override
        public String describe() {
            return "delete " + rows.size() + " rows from " + table;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.deleteRows(this);
        }
    }

    /**
     * Handles each of these operations.
     *
     * @param <R> the type of the result; {@link Void} where there is none
     */
    interface Visitor<R> {

        /**
         * Handles {@link ExecuteSql}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R executeSql(ExecuteSql operation);

        /**
         * Handles {@link InsertRows}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R insertRows(InsertRows operation);

        /**
         * Handles {@link DeleteRows}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R deleteRows(DeleteRows operation);
    }
}
