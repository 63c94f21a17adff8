-- revision: b2
-- down_revision: a1
-- branch_labels: orders
-- message: create orders

-- migrate: upgrade
CREATE TYPE order_status AS ENUM ('PLACED', 'SHIPPED');
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customer, status order_status NOT NULL);

-- migrate: downgrade
DROP TABLE orders;
DROP TYPE order_status;
