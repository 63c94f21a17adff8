-- revision: b1
-- down_revision: a1
-- message: trim names

-- migrate: upgrade
UPDATE customer SET name = trim(name);
