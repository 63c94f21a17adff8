-- SPDX-License-Identifier: Apache-2.0

-- revision: 2b976f69eca4
-- down_revision: de1c32f1ba5c
-- message: add CANCELLED to the status of orders
-- created: 2026-09-17T11:15:00Z

-- migrate: upgrade
-- A new value cannot be used in the transaction that adds it: the next revision does.
-- Hibernate lists the values of a PostgreSQL enum by name, therefore BEFORE.
ALTER TYPE orderstatus ADD VALUE 'CANCELLED' BEFORE 'PLACED';

-- migrate: downgrade
-- PostgreSQL cannot drop an enum value: recreate the type without it.
ALTER TYPE orderstatus RENAME TO orderstatus_with_cancelled;
CREATE TYPE orderstatus AS ENUM ('PLACED', 'SHIPPED');
ALTER TABLE orders ALTER COLUMN status TYPE orderstatus USING status::text::orderstatus;
DROP TYPE orderstatus_with_cancelled;
