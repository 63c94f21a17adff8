-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text NOT NULL, email varchar(100));
CREATE TABLE orders (id serial PRIMARY KEY, customer_id int, amount int, status varchar(20));
-- upgrade
ALTER TABLE orders RENAME TO orders_old;
CREATE TABLE orders (id int NOT NULL, customer_id int, amount int, status varchar(20)) PARTITION BY RANGE (id);
CREATE TABLE orders_1 PARTITION OF orders FOR VALUES FROM (0) TO (1000000);
INSERT INTO orders SELECT * FROM orders_old;
