-- schema
CREATE TABLE customer (name text NOT NULL);
-- upgrade
ALTER TABLE customer ALTER COLUMN name DROP NOT NULL;
