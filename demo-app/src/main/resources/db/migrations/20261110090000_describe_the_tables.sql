-- SPDX-License-Identifier: Apache-2.0

-- revision: 9c4ee846a809
-- down_revision: e4f2982fd898
-- message: describe the tables
-- created: 2026-11-10T09:00:00Z

-- migrate: upgrade
COMMENT ON TABLE stock_movements IS 'Every change of stock; the sum per product is products.in_stock';
COMMENT ON COLUMN stock_movements.quantity IS 'Positive into the store, negative out of it';
COMMENT ON COLUMN orders.currency IS 'ISO 4217 code';

-- migrate: downgrade
COMMENT ON COLUMN orders.currency IS NULL;
COMMENT ON COLUMN stock_movements.quantity IS NULL;
COMMENT ON TABLE stock_movements IS NULL;
