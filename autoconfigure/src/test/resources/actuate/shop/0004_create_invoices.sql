-- revision: a4d51c0e7f39
-- down_revision: 77aa01bc92de
-- branch_labels: billing
-- message: create invoices
-- created: 2026-11-13T09:00:00Z

-- migrate: upgrade
CREATE TABLE invoices (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, order_id bigint NOT NULL REFERENCES orders);

-- migrate: downgrade
DROP TABLE invoices;
