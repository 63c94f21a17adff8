-- revision: 3f9c2a7b1d04
-- down_revision: 8e1f0c5a9b22
-- message: create orders
-- created: 2026-11-11T09:00:00Z

-- migrate: upgrade
CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customers, placed_at timestamptz NOT NULL);

-- migrate: downgrade
DROP TABLE orders;
