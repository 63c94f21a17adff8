-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
-- upgrade
CREATE TABLE invoice (id int);
INSERT INTO invoice VALUES (1);
UPDATE invoice SET id = 2;
