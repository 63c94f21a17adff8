-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
CREATE VIEW open_orders AS SELECT id FROM orders;
-- upgrade
CREATE OR REPLACE VIEW open_orders AS SELECT id FROM orders WHERE id > 0;
