-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text NOT NULL, email varchar(100));
CREATE TABLE orders (id serial PRIMARY KEY, customer_id int, amount int, status varchar(20));
-- upgrade
UPDATE orders AS o SET status = v.status FROM (VALUES (1, 'a'), (2, 'b')) AS v (id, status) WHERE v.id = o.id;
UPDATE orders AS o SET status = c.name FROM customer AS c WHERE c.id = o.customer_id AND o.id = 1;
