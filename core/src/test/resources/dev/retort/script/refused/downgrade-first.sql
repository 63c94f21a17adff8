-- revision: a1
-- down_revision: b2

-- migrate: downgrade
-- migrate: upgrade
