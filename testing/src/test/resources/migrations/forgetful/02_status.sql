-- revision: b1
-- down_revision: a1
-- message: add status

-- migrate: upgrade
CREATE TYPE customer_status AS ENUM ('NEW', 'OLD');
ALTER TABLE customer ADD COLUMN status customer_status;
CREATE INDEX ix_customer_name ON customer (name);

-- migrate: downgrade
ALTER TABLE customer DROP COLUMN status;
DROP TYPE customer_status;
