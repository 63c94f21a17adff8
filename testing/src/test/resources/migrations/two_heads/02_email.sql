-- revision: b1
-- down_revision: a1
-- message: add email

-- migrate: upgrade
ALTER TABLE customer ADD COLUMN email text;

-- migrate: downgrade
ALTER TABLE customer DROP COLUMN email;
