/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import static dev.retort.migration.Definitions.name;
import static dev.retort.migration.Names.plain;

import dev.retort.operation.ColumnOperation.DropColumn;
import dev.retort.operation.ConstraintOperation.DropConstraint;
import dev.retort.operation.IndexOperation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.TableOperation.CreateTable;
import dev.retort.operation.TableOperation.DropTable;
import dev.retort.operation.ViewOperation.DropView;

/**
 * Operations with {@code IF EXISTS} or {@code IF NOT EXISTS}: a part of {@link Operations}, with its rules for threads,
 * transactions and failures.
 *
 * @since 0.1
 */
public interface ConditionalOperations {

    /**
     * Runs an operation.
     *
     * @param operation the operation
     */
    void apply(Operation operation);

    /**
     * Creates a table if it does not exist. The reversal drops it only if this upgrade created it.
     *
     * <pre>{@code op.createTableIfNotExists("customer", column("id", bigint()).primaryKey());}</pre>
     *
     * @param table its name
     * @param elements its columns in their order, and its constraints
     */
    default void createTableIfNotExists(String table, TableElement... elements) {
        apply(new CreateTable(Definitions.table(table, elements), true));
    }

    /**
     * Drops a table if it exists. Cannot be reversed.
     *
     * <pre>{@code op.dropTableIfExists("customer");}</pre>
     *
     * @param table its name
     */
    default void dropTableIfExists(String table) {
        apply(new DropTable(name(table), true, false, null));
    }

    /**
     * Drops a column if it exists. Cannot be reversed.
     *
     * <pre>{@code op.dropColumnIfExists("customer", "email");}</pre>
     *
     * @param table the table
     * @param column its name
     */
    default void dropColumnIfExists(String table, String column) {
        apply(new DropColumn(name(table), plain(column), true, false, false, null));
    }

    /**
     * Drops a constraint if it exists. Cannot be reversed.
     *
     * <pre>{@code op.dropConstraintIfExists("orders", "fk_orders_customer");}</pre>
     *
     * @param table the table
     * @param constraint its name
     */
    default void dropConstraintIfExists(String table, String constraint) {
        apply(new DropConstraint(name(table), plain(constraint), true, false, null));
    }

    /**
     * Drops an index if it exists. Cannot be reversed.
     *
     * <pre>{@code op.dropIndexIfExists("ix_customer_email");}</pre>
     *
     * @param index its name
     */
    default void dropIndexIfExists(String index) {
        apply(new DropIndex(name(index), false, true, false, null, null));
    }

    /**
     * Drops a view if it exists. Cannot be reversed.
     *
     * <pre>{@code op.dropViewIfExists("active_customer");}</pre>
     *
     * @param view its name
     */
    default void dropViewIfExists(String view) {
        apply(new DropView(name(view), true, false, null));
    }
}
