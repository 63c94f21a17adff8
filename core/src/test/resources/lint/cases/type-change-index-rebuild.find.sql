-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
CREATE INDEX ix_status ON orders (lower(status));
-- upgrade
ALTER TABLE orders ALTER COLUMN status TYPE varchar(50);
