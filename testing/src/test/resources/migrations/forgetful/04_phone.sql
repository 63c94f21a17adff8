-- revision: d1
-- down_revision: c1
-- message: add phone

-- migrate: upgrade
ALTER TABLE customer ADD COLUMN phone text;

-- migrate: downgrade
ALTER TABLE customer DROP COLUMN phone;
