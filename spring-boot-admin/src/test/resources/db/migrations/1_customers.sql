-- revision: 8e1f0c5a9b22
-- message: create customers

-- migrate: upgrade
CREATE TABLE customers (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL);

-- migrate: downgrade
DROP TABLE customers;
