-- revision: cccc00000003
-- down_revision: bbbb00000002
-- message: add phone to customer

-- migrate: upgrade
ALTER TABLE customer ADD COLUMN phone text;

-- migrate: downgrade
ALTER TABLE customer DROP COLUMN phone;
