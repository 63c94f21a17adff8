-- revision: bbbb00000002
-- down_revision: aaaa00000001
-- message: add email to customer

-- migrate: upgrade
ALTER TABLE customer ADD COLUMN email text;

-- migrate: downgrade
ALTER TABLE customer DROP COLUMN email;
