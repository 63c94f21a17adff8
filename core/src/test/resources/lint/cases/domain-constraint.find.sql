-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
CREATE DOMAIN pieces AS int;
ALTER TABLE orders ADD COLUMN pieces pieces;
-- upgrade
ALTER DOMAIN pieces ADD CONSTRAINT pieces_positive CHECK (VALUE > 0);
