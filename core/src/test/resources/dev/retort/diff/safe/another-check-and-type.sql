ALTER TABLE customer DROP CONSTRAINT customer_name_check;
ALTER TABLE customer ALTER COLUMN name TYPE varchar(80);
ALTER TABLE customer ADD CONSTRAINT customer_name_check CHECK (length(name) > 1);
