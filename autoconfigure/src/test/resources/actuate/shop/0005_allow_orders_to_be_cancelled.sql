-- revision: c81b6f20d4a7
-- down_revision: 77aa01bc92de
-- message: allow orders to be cancelled
-- created: 2026-11-14T09:00:00Z

-- migrate: upgrade
ALTER TABLE orders ADD COLUMN cancelled_at timestamptz;

-- migrate: downgrade
ALTER TABLE orders DROP COLUMN cancelled_at;
