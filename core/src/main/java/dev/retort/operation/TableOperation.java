/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import dev.retort.schema.Table;
import dev.retort.schema.name.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * An operation on a whole table. Renaming it, moving it to another schema or tablespace, its storage
 * parameters, privileges and comment are {@link ObjectOperation}s.
 *
 * @since 0.1
 */
public sealed interface TableOperation extends Operation {

    /** {@return the table} */
    QualifiedName table();

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
        return visitor.table(this);
    }

    /**
     * Makes a table with everything that it holds: constraints, indexes, triggers, policies, privileges, comments. A
     * table that is a partition becomes one.
     *
     * @param definition the table
     * @param ifNotExists whether nothing happens when there is one of that name
     */
    record CreateTable(Table definition, boolean ifNotExists) implements TableOperation {

        /**
         * {@return the operation {@code CREATE TABLE} and what belongs to the table, which fails when the table exists}
         *
         * @param definition the table with its columns, constraints, indexes, triggers, policies, privileges and
         *     comments
         */
        public static CreateTable of(Table definition) {
            return new CreateTable(definition, false);
        }

        @Override
        public QualifiedName table() {
            return definition.name();
        }

        @Override
        public DropTable reverse() {
            return new DropTable(table(), ifNotExists, false, definition);
        }

        @Override
        public String describe() {
            return "create table " + table();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createTable(this);
        }
    }

    /**
     * Drops a table.
     *
     * @param table the table
     * @param ifExists whether nothing happens when there is none
     * @param cascade whether dependent objects are dropped too; then it cannot be reversed
     * @param dropped its definition, for the reversal
     */
    record DropTable(
            QualifiedName table,
            boolean ifExists,
            boolean cascade,
            @Nullable Table dropped) implements TableOperation {

        /**
         * {@return the operation {@code DROP TABLE ... RESTRICT}, whose reversal creates the table without its rows}
         *
         * @param dropped the table as it is now, for the reversal
         */
        public static DropTable of(Table dropped) {
            return new DropTable(dropped.name(), false, false, dropped);
        }

        @Override
        public CreateTable reverse() {
            return new CreateTable(Needed.dropped(this, cascade, dropped), ifExists);
        }

        @Override
        public String describe() {
            return "drop table " + table;
        }

        @Override
        public boolean losesData() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropTable(this);
        }
    }

    /**
     * Makes a table unlogged, or logged again. PostgreSQL rewrites the table under ACCESS EXCLUSIVE.
     *
     * @param table the table
     * @param unlogged whether a crash empties it from now on
     */
    record SetUnlogged(QualifiedName table, boolean unlogged) implements TableOperation {

        @Override
        public SetUnlogged reverse() {
            return new SetUnlogged(table, !unlogged);
        }

        @Override
        public String describe() {
            return "make table " + table + (unlogged ? " unlogged" : " logged");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setUnlogged(this);
        }
    }

    /**
     * Puts the row-level-security policies of a table in force, or out of it.
     *
     * @param table the table
     * @param enabled whether they are in force
     */
    record SetRowSecurity(QualifiedName table, boolean enabled) implements TableOperation {

        @Override
        public SetRowSecurity reverse() {
            return new SetRowSecurity(table, !enabled);
        }

        @Override
        public String describe() {
            return (enabled ? "enable" : "disable") + " row security of table " + table;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setRowSecurity(this);
        }
    }

    /**
     * Makes the row-level-security policies of a table hold for its owner too, or no longer.
     *
     * @param table the table
     * @param forced whether they hold for the owner
     */
    record ForceRowSecurity(QualifiedName table, boolean forced) implements TableOperation {

        @Override
        public ForceRowSecurity reverse() {
            return new ForceRowSecurity(table, !forced);
        }

        @Override
        public String describe() {
            return (forced ? "force" : "no longer force") + " row security of table " + table;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.forceRowSecurity(this);
        }
    }

    /**
     * Sets the replica identity: the columns of an old row that logical replication sends.
     *
     * @param table the table
     * @param from {@code DEFAULT}, {@code FULL}, {@code NOTHING} or {@code USING INDEX name} as SQL
     * @param to the same
     */
    record SetReplicaIdentity(QualifiedName table, @Nullable String from, String to) implements TableOperation {

        @Override
        public SetReplicaIdentity reverse() {
            return new SetReplicaIdentity(table, to, Needed.from(this, from));
        }

        @Override
        public String describe() {
            return "set replica identity of table " + table;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setReplicaIdentity(this);
        }
    }

    /**
     * Sets the index in whose order {@code CLUSTER} puts the rows of a table; moves no rows.
     *
     * @param table the table
     * @param from the name of the index; empty for none
     * @param to the same
     */
    record SetClusterIndex(QualifiedName table, @Nullable String from, String to) implements TableOperation {

        @Override
        public SetClusterIndex reverse() {
            return new SetClusterIndex(table, to, Needed.from(this, from));
        }

        @Override
        public String describe() {
            return (to.isEmpty() ? "reset" : "set") + " cluster index of table " + table;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setClusterIndex(this);
        }
    }

    /**
     * Changes the access method of a table (15). PostgreSQL rewrites the table under ACCESS EXCLUSIVE.
     *
     * @param table the table
     * @param from the name of the access method
     * @param to the same; {@code heap} is PostgreSQL's own
     */
    record SetAccessMethod(QualifiedName table, @Nullable String from, String to) implements TableOperation {

        @Override
        public SetAccessMethod reverse() {
            return new SetAccessMethod(table, to, Needed.from(this, from));
        }

        @Override
        public String describe() {
            return "set access method of table " + table;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setAccessMethod(this);
        }
    }

    /**
     * Handles each of these operations.
     *
     * @param <R> the type of the result; {@link Void} where there is none
     */
    interface Visitor<R> {

        /**
         * Handles {@link CreateTable}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R createTable(CreateTable operation);

        /**
         * Handles {@link DropTable}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R dropTable(DropTable operation);

        /**
         * Handles {@link SetUnlogged}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R setUnlogged(SetUnlogged operation);

        /**
         * Handles {@link SetRowSecurity}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R setRowSecurity(SetRowSecurity operation);

        /**
         * Handles {@link ForceRowSecurity}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R forceRowSecurity(ForceRowSecurity operation);

        /**
         * Handles {@link SetReplicaIdentity}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R setReplicaIdentity(SetReplicaIdentity operation);

        /**
         * Handles {@link SetClusterIndex}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R setClusterIndex(SetClusterIndex operation);

        /**
         * Handles {@link SetAccessMethod}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R setAccessMethod(SetAccessMethod operation);
    }
}
