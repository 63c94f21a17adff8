-- revision: a1
-- down_revision: b2

-- migrate: upgrade
BEGIN;
CREATE TABLE t ();
ROLLBACK TO s;
COMMIT;
DISCARD ALL;
SELECT pg_advisory_unlock_all();
CREATE INDEX CONCURRENTLY ON t (a);
CREATE INDEX CONCURRENTLY ix ON t (a);
DROP INDEX CONCURRENTLY ix;
VACUUM t;
-- migrate: downgrade
-- migrate: autocommit
VACUUM t;
SAVEPOINT s;
CREATE INDEX CONCURRENTLY ON t (a);
