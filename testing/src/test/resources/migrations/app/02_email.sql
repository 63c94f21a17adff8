-- revision: b1
-- down_revision: a1
-- message: add email

-- migrate: upgrade
ALTER TABLE customer ADD COLUMN email varchar(320);

-- migrate: downgrade
ALTER TABLE customer DROP COLUMN email;
