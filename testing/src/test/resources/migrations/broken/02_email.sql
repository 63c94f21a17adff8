-- revision: b1
-- down_revision: a1
-- message: add email

-- migrate: upgrade
ALTER TABLE custmer ADD COLUMN email text;

-- migrate: downgrade
ALTER TABLE customer DROP COLUMN email;
