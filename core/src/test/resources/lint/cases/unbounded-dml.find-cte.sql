-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
-- upgrade
WITH changed AS (UPDATE orders SET amount = 0 RETURNING id) SELECT count(*) FROM changed WHERE id > 3;
