-- revision: a1
-- down_revision: b2

-- migrate: upgrade
-- migrate: upgrade
-- migrate: downgrade
-- migrate: downgrade
-- migrate: upgrade
