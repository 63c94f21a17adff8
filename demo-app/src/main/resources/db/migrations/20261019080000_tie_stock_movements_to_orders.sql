-- SPDX-License-Identifier: Apache-2.0

-- revision: 307ac9fc6207
-- down_revision: 486ce0f08590
-- message: tie stock movements to orders
-- created: 2026-10-19T08:00:00Z

-- migrate: upgrade
-- NOT VALID checks new rows only: no long scan under a lock. The next revision validates the old ones.
ALTER TABLE stock_movements
    ADD CONSTRAINT fk_stock_movements_order FOREIGN KEY (order_id) REFERENCES orders NOT VALID;

-- migrate: downgrade
ALTER TABLE stock_movements DROP CONSTRAINT fk_stock_movements_order;
