-- revision: 3f9c2a7b1d04
-- down_revision: 8e1f0c5a9b22
-- message: add an email to customers

-- migrate: upgrade
ALTER TABLE customers ADD COLUMN email text;

-- migrate: downgrade
ALTER TABLE customers DROP COLUMN email;
