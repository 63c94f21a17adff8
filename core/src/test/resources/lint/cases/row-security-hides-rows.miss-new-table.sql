-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
-- upgrade
CREATE TABLE invoice (id int);
ALTER TABLE invoice ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON orders USING (id = 1);
