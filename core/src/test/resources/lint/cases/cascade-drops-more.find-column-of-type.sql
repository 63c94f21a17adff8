-- schema
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
ALTER TABLE orders ADD COLUMN feeling mood;
-- upgrade
DROP TYPE mood CASCADE;
