-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
-- upgrade
CREATE TABLE orders_new AS SELECT id::bigint AS id, customer_id, amount, status FROM orders;
ALTER TABLE orders_new ADD PRIMARY KEY (id);
DROP TABLE orders;
ALTER TABLE orders_new RENAME TO orders;
