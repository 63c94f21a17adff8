-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
-- upgrade
DO $$
DECLARE row record;
BEGIN
    FOR row IN SELECT id FROM customer LOOP
        UPDATE orders SET status = 'old' WHERE customer_id = row.id;
    END LOOP;
END $$;
