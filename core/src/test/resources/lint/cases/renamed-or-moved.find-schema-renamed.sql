-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text NOT NULL, email varchar(100));
CREATE TABLE orders (id serial PRIMARY KEY, customer_id int, amount int, status varchar(20));
CREATE SCHEMA shop;
CREATE TABLE shop.item (id int);
-- upgrade
ALTER SCHEMA shop RENAME TO store;
