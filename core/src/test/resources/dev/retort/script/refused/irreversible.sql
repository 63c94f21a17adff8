-- revision: a1
-- down_revision: b2

-- migrate: upgrade
SELECT 1;
-- migrate: irreversible
SELECT 2;
-- migrate: downgrade
-- migrate: autocommit
-- migrate: irreversible x
