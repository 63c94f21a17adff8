-- SPDX-License-Identifier: Apache-2.0

-- revision: 50e63af330c4
-- down_revision: 2b976f69eca4
-- message: allow orders to be cancelled
-- created: 2026-09-21T16:00:00Z

-- migrate: upgrade
ALTER TABLE orders ADD COLUMN cancelled_at timestamptz(6);
ALTER TABLE orders
    ADD CONSTRAINT ck_orders_cancelled CHECK ((status = 'CANCELLED') = (cancelled_at IS NOT NULL));

-- migrate: downgrade
ALTER TABLE orders DROP CONSTRAINT ck_orders_cancelled;
-- The older build knows no cancelled orders; what they returned to stock stays recorded there.
UPDATE orders SET status = 'PLACED' WHERE status = 'CANCELLED';
ALTER TABLE orders DROP COLUMN cancelled_at;
