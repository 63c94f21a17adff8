-- Schemas: those named, or all that are neither the system's nor an extension's.
SELECT n.oid, n.nspname AS name
FROM pg_catalog.pg_namespace n
WHERE n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
  AND (?::boolean OR n.nspname = ANY (?::text[]))
  AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_depend d
      WHERE d.classid = 'pg_catalog.pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')
