-- revision: 1b7f93e8a04d
-- down_revision: f1648d2e05ca
-- message: add the currency of an order
-- created: 2026-11-18T09:00:00Z

-- migrate: upgrade
ALTER TABLE orders ADD COLUMN currency text NOT NULL DEFAULT 'EUR';

-- migrate: downgrade
ALTER TABLE orders DROP COLUMN currency;
