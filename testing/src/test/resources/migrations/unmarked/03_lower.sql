-- revision: c1
-- down_revision: b1
-- message: lower names

-- migrate: upgrade
UPDATE customer SET name = lower(name);

-- migrate: downgrade

