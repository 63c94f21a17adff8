-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
CREATE TYPE mood AS ENUM ('good', 'bad');
ALTER TABLE customer ADD COLUMN mood mood;
-- upgrade
ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('good');
ALTER TABLE customer ALTER COLUMN mood TYPE mood USING mood::text::mood;
DROP TYPE mood_old;
