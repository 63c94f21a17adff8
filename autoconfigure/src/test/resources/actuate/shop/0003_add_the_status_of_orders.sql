-- revision: 77aa01bc92de
-- down_revision: 3f9c2a7b1d04
-- message: add the status of orders
-- created: 2026-11-12T09:00:00Z

-- migrate: upgrade
ALTER TABLE orders ADD COLUMN status text NOT NULL DEFAULT 'NEW';

-- migrate: downgrade
ALTER TABLE orders DROP COLUMN status;
