-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
CREATE FUNCTION half(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1 / 2';
CREATE INDEX ix_half ON orders (half(amount));
ALTER TABLE orders ADD CONSTRAINT halves CHECK (half(amount) >= 0);
-- upgrade
DROP FUNCTION half CASCADE;
