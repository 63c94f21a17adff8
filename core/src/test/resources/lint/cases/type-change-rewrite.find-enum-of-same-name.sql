-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text NOT NULL, email varchar(100));
CREATE TABLE orders (id serial PRIMARY KEY, customer_id int, amount int, status varchar(20));
CREATE TYPE mood AS ENUM ('good', 'bad');
ALTER TABLE orders ADD COLUMN mood mood DEFAULT 'good';
-- upgrade
ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('good', 'bad', 'other');
ALTER TABLE orders ALTER COLUMN mood DROP DEFAULT, ALTER COLUMN mood TYPE mood USING mood::text::mood;
DROP TYPE mood_old;
