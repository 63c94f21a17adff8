ALTER TABLE customer DROP CONSTRAINT customer_name_check;
ALTER TABLE customer ADD CONSTRAINT customer_name_check CHECK (length(name) > 1);
