-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
-- upgrade
LOCK TABLE orders IN SHARE MODE;
UPDATE customer SET name = email WHERE id = 1;
