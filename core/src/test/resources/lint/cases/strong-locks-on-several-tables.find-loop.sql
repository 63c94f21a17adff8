-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text NOT NULL, email varchar(100));
CREATE TABLE orders (id serial PRIMARY KEY, customer_id int, amount int, status varchar(20));
-- upgrade
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['customer', 'orders'] LOOP EXECUTE format('ALTER TABLE %I ADD COLUMN tenant int', name); END LOOP;
END $$;
