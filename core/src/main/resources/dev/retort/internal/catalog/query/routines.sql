-- Functions, procedures and window functions without those of extensions. A body has LF as line end, as in a script.
SELECT p.oid, n.nspname AS schema, p.proname AS name, p.prokind = 'p' AS procedure,
       oidvectortypes(p.proargtypes) AS arguments,
       coalesce(pg_get_function_result(p.oid), '') AS result,
       CASE WHEN strpos(p.prosrc, E'\r') = 0 THEN pg_get_functiondef(p.oid)
            ELSE replace(pg_get_functiondef(p.oid), p.prosrc,
                         replace(replace(p.prosrc, E'\r\n', E'\n'), E'\r', E'\n'))
       END AS definition
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE p.pronamespace = ANY (?::oid[])
  AND p.prokind IN ('f', 'p', 'w')
  AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_depend d
      WHERE d.classid = 'pg_catalog.pg_proc'::regclass AND d.objid = p.oid AND d.deptype IN ('e', 'i'))
