-- revision: a1
-- down_revision: b2

-- migrate: upgrade
SELECT 1; -- migrate: downgrade
  -- migrate: autocommit
 -- migrate: as you like
SELECT 2;
