-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
CREATE POLICY everyone ON orders USING (true);
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
-- upgrade
DROP POLICY everyone ON orders;
