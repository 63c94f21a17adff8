-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE DOMAIN any_text AS text;
-- upgrade
ALTER TABLE orders ADD COLUMN pieces positive;
