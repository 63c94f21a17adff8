-- SPDX-License-Identifier: Apache-2.0

-- revision: e40a7dcdff1c
-- down_revision: ac88b1ab1700
-- message: keep the stock with the product
-- created: 2026-10-06T09:00:00Z

-- migrate: upgrade
ALTER TABLE products ADD COLUMN in_stock integer;

UPDATE products p
SET in_stock = (SELECT coalesce(sum(m.quantity), 0) FROM stock_movements m WHERE m.product_id = p.id);

ALTER TABLE products ALTER COLUMN in_stock SET NOT NULL;
ALTER TABLE products ADD CONSTRAINT ck_products_in_stock CHECK (in_stock >= 0);

-- migrate: downgrade
ALTER TABLE products DROP COLUMN in_stock;
