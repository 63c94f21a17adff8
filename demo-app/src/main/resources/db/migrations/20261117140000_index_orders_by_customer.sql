-- SPDX-License-Identifier: Apache-2.0

-- revision: 784424bbf63e
-- down_revision: 9c4ee846a809
-- message: index orders by customer
-- created: 2026-11-17T14:00:00Z

-- migrate: upgrade
-- migrate: autocommit
CREATE INDEX CONCURRENTLY ix_orders_customer_placed_at ON orders (customer_id, placed_at DESC);

-- migrate: downgrade
-- migrate: autocommit
DROP INDEX CONCURRENTLY ix_orders_customer_placed_at;
