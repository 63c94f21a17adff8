-- revision: a1

-- migrate: upgrade
SELECT 1;
-- migrate autocommit
VACUUM;
--migrat: transaction
-- migration: downgrade
-- +goose Down
-- MIGRATE = irreversible, says the manual
-- migrate: Downgrade
SELECT 2;
