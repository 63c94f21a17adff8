/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.migrations;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;
import java.math.BigDecimal;
import java.util.List;

/** Rows with typed values; the downgrade keeps rows that are in use. */
@Revision(
        id = "de1c32f1ba5c",
        down = "0b898aa9f2e6",
        message = "seed the opening catalogue",
        created = "2026-09-10T08:30:00Z")
final class SeedOpeningCatalogue implements Migration {

    private static final List<String> SKUS = List.of("RETORT-250", "RETORT-500", "STAND-70", "CLAMP-3", "BURNER-B");

    @Override
    public void upgrade(Operations op) {
        op.bulkInsert(
                "products",
                List.of("sku", "name", "price"),
                List.of(SKUS.get(0), "Retort, borosilicate glass, 250 ml", new BigDecimal("34.90")),
                List.of(SKUS.get(1), "Retort, borosilicate glass, 500 ml", new BigDecimal("48.50")),
                List.of(SKUS.get(2), "Retort stand with base, 70 cm", new BigDecimal("27.00")),
                List.of(SKUS.get(3), "Three-prong clamp", new BigDecimal("12.80")),
                List.of(SKUS.get(4), "Bunsen burner", new BigDecimal("41.20")));
        op.execute("""
                INSERT INTO stock_movements (product_id, quantity, reason, note, occurred_at)
                SELECT id, 40, 'DELIVERY', 'opening stock', '2026-09-10T08:30:00Z'
                FROM products
                WHERE sku IN ('%s')""".formatted(String.join("', '", SKUS)));
    }

    /** Keeps products with orders or other movements. */
    @Override
    public void downgrade(Operations op) {
        op.execute("DELETE FROM stock_movements WHERE note = 'opening stock'");
        op.execute("""
                DELETE FROM products p
                WHERE p.sku IN ('%s')
                  AND NOT EXISTS (SELECT FROM order_lines l WHERE l.product_id = p.id)
                  AND NOT EXISTS (SELECT FROM stock_movements m WHERE m.product_id = p.id)""".formatted(String.join("', '", SKUS)));
    }
}
