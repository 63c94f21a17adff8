-- SPDX-License-Identifier: Apache-2.0

-- revision: 3b492bcded5c
-- down_revision: 307ac9fc6207
-- message: validate the orders of stock movements
-- created: 2026-10-20T08:00:00Z

-- migrate: upgrade
ALTER TABLE stock_movements VALIDATE CONSTRAINT fk_stock_movements_order;

-- migrate: downgrade
-- A validated constraint does no harm to an older build.
-- migrate: nothing
