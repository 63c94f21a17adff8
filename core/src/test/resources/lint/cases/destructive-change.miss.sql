-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
-- upgrade
CREATE TABLE scratch_rows (id int);
DROP TABLE scratch_rows;
ALTER TABLE customer ADD COLUMN fax text;
ALTER TABLE customer ALTER COLUMN id TYPE bigint;
