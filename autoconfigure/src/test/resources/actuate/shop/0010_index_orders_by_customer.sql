-- revision: 29c05e6d8b1a
-- down_revision: 1b7f93e8a04d
-- message: index orders by customer
-- created: 2026-11-19T09:00:00Z

-- migrate: upgrade
-- migrate: autocommit
CREATE INDEX CONCURRENTLY ix_orders_customer ON orders (customer_id, placed_at DESC);

-- migrate: downgrade
-- migrate: autocommit
DROP INDEX CONCURRENTLY ix_orders_customer;
