-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
-- upgrade
CREATE RULE keep AS ON DELETE TO orders DO INSTEAD NOTHING;
