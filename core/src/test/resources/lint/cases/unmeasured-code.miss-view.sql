-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
CREATE VIEW buyer AS SELECT id FROM customer;
-- upgrade
SELECT count(*) FROM buyer;
INSERT INTO orders SELECT id, id FROM customer WHERE id = 1;
