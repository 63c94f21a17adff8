-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
-- upgrade
-- lint: allow set-not-null-scan until 2999-12-31, the table is small
ALTER TABLE orders ALTER COLUMN amount SET NOT NULL;
