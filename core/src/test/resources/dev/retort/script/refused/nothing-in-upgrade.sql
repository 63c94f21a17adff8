-- revision: a1
-- down_revision: b2

-- migrate: upgrade
SELECT 1;
-- migrate: nothing
