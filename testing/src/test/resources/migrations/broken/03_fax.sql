-- revision: c1
-- down_revision: b1
-- message: add fax

-- migrate: upgrade
ALTER TABLE customer ADD COLUMN fax text;

-- migrate: downgrade
ALTER TABLE customer DROP COLUMN fax;
