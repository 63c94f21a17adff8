-- revision: a1
-- down_revision: b2

-- migrate: autocommit
-- migrate: upgrade
-- migrate: Downgrade
-- migrate:
-- migrate: transaction now
