-- SPDX-License-Identifier: Apache-2.0

-- revision: ebc67ede2dee
-- down_revision: 74bd00c4b9f0
-- depends_on: 50e63af330c4
-- message: credit the invoices of cancelled orders
-- created: 2026-09-24T09:45:00Z

-- migrate: upgrade
ALTER TABLE invoices ADD COLUMN credited_at timestamptz(6);

UPDATE invoices i
SET credited_at = o.cancelled_at
FROM orders o
WHERE o.id = i.order_id
  AND o.status = 'CANCELLED';

-- migrate: downgrade
ALTER TABLE invoices DROP COLUMN credited_at;
