-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
CREATE TYPE mood AS ENUM ('good', 'bad');
ALTER TABLE customer ADD COLUMN mood mood;
-- upgrade
-- migrate: autocommit
ALTER TYPE mood ADD VALUE 'fair' AFTER 'good';
-- migrate: transaction
UPDATE customer SET mood = 'fair' WHERE id = 1;
