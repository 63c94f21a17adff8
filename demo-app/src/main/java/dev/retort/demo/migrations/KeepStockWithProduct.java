/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.migrations;

import static dev.retort.migration.Definitions.batches;
import static dev.retort.migration.Definitions.check;
import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Types.integer;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;

/**
 * A column that is filled in batches before it becomes {@code NOT NULL}: no table lock is held while the rows are
 * counted.
 */
@Revision(
        id = "e40a7dcdff1c",
        down = "ac88b1ab1700",
        message = "keep the stock with the product",
        created = "2026-10-06T09:00:00Z")
final class KeepStockWithProduct implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("products", column("in_stock", integer()));
        op.inBatches(batches("products", "id").update("""
                in_stock = (SELECT coalesce(sum(m.quantity), 0) FROM stock_movements m WHERE m.product_id = products.id)"""));
        op.setNotNull("products", "in_stock");
        op.addConstraint("products", check("in_stock >= 0").named("ck_products_in_stock"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("products", "in_stock");
    }
}
