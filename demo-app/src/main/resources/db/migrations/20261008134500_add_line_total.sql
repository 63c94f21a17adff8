-- SPDX-License-Identifier: Apache-2.0

-- revision: b7a65699ed2d
-- down_revision: e40a7dcdff1c
-- message: add the total of an order line
-- created: 2026-10-08T13:45:00Z

-- migrate: upgrade
-- A stored generated column rewrites the table; order_lines is small enough for that.
ALTER TABLE order_lines
    ADD COLUMN line_total numeric(12, 2) GENERATED ALWAYS AS (quantity * unit_price) STORED;

-- migrate: downgrade
ALTER TABLE order_lines DROP COLUMN line_total;
