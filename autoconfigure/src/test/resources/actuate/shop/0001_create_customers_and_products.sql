-- revision: 8e1f0c5a9b22
-- message: create customers and products
-- created: 2026-11-10T09:00:00Z

-- migrate: upgrade
CREATE TABLE customers (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL);
CREATE TABLE products (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, sku text NOT NULL UNIQUE);

-- migrate: downgrade
DROP TABLE products;
DROP TABLE customers;
