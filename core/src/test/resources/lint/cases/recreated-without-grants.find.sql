-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
CREATE VIEW open_orders AS SELECT id FROM orders WHERE status = 'open';
GRANT SELECT ON open_orders TO PUBLIC;
COMMENT ON VIEW open_orders IS 'what is open';
-- upgrade
DROP VIEW open_orders;
CREATE VIEW open_orders AS SELECT id, amount FROM orders WHERE status = 'open';
