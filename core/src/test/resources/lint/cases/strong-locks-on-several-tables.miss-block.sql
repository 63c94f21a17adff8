-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text NOT NULL, email varchar(100));
CREATE TABLE orders (id serial PRIMARY KEY, customer_id int, amount int, status varchar(20));
-- upgrade
DO $$ BEGIN ALTER TABLE orders ADD COLUMN tenant int; END $$;
