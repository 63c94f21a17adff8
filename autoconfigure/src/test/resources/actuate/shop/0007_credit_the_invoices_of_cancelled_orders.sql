-- revision: e5720a9d63bc
-- down_revision: a4d51c0e7f39
-- depends_on: c81b6f20d4a7
-- message: credit the invoices of cancelled orders
-- created: 2026-11-16T09:00:00Z

-- migrate: upgrade
ALTER TABLE invoices ADD COLUMN credited_at timestamptz;

-- migrate: downgrade
ALTER TABLE invoices DROP COLUMN credited_at;
