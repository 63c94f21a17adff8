-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
-- upgrade
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_constraint WHERE conname = 'positive') THEN
        ALTER TABLE orders ADD CONSTRAINT positive CHECK (amount > 0) NOT VALID;
    END IF;
END $$;
