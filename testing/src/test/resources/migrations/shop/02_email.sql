-- revision: b1
-- down_revision: a1
-- message: add email

-- migrate: upgrade
ALTER TABLE customer ADD COLUMN email text;

-- migrate: autocommit
CREATE INDEX CONCURRENTLY ix_customer_email ON customer (email);

-- migrate: downgrade
ALTER TABLE customer DROP COLUMN email;
