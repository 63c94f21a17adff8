-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text NOT NULL, email varchar(100));
CREATE TABLE orders (id serial PRIMARY KEY, customer_id int, amount int, status varchar(20));
CREATE VIEW named AS SELECT id, name FROM customer;
-- upgrade
DROP VIEW named;
CREATE VIEW named AS SELECT id FROM customer;
