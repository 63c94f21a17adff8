-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
-- upgrade
CREATE POLICY own ON orders USING (customer_id = current_setting('app.customer')::int);
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
