-- revision: d09e3b57c1f8
-- down_revision: c81b6f20d4a7
-- message: keep the reason of a cancellation
-- created: 2026-11-15T09:00:00Z

-- migrate: upgrade
ALTER TABLE orders ADD COLUMN cancelled_because text;

-- migrate: downgrade
ALTER TABLE orders DROP COLUMN cancelled_because;
