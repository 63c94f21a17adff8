-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
-- upgrade
-- migrate: autocommit
CREATE UNIQUE INDEX CONCURRENTLY customer_email_idx ON customer (email);
-- migrate: transaction
ALTER TABLE customer ADD CONSTRAINT customer_email_key UNIQUE USING INDEX customer_email_idx;
