-- Sequences with the column that each goes with, those of identity columns too.
SELECT c.oid, n.nspname AS schema, c.relname AS name,
       format_type(s.seqtypid, NULL) AS type,
       s.seqstart AS start, s.seqincrement AS increment, s.seqmin AS minimum, s.seqmax AS maximum, s.seqcache AS cache,
       s.seqcycle AS cycle,
       c.relpersistence = 'u' AS unlogged,
       coalesce(owner.deptype = 'i', false) AS identity,
       coalesce(owner.refobjid, 0) AS owner,
       owner.refobjsubid AS owner_column
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_sequence s ON s.seqrelid = c.oid
LEFT JOIN pg_catalog.pg_depend owner
    ON owner.classid = 'pg_catalog.pg_class'::regclass AND owner.objid = c.oid
    AND owner.refclassid = 'pg_catalog.pg_class'::regclass AND owner.refobjsubid > 0 AND owner.deptype IN ('a', 'i')
WHERE c.relnamespace = ANY (?::oid[])
  AND c.relkind = 'S'
  AND c.relpersistence <> 't'
  AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_depend d
      WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
