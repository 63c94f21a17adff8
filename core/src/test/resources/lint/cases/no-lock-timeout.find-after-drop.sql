-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
-- upgrade
SET LOCAL lock_timeout = 0;
DROP TABLE orders;
ALTER TABLE customer ADD COLUMN fax text;
