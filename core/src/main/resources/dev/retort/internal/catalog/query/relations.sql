-- Tables, partitioned tables, views, materialized views and foreign tables without those of extensions.
SELECT c.oid, c.reltype AS row_type, n.nspname AS schema, c.relname AS name, c.relkind AS kind,
       c.relpersistence = 'u' AS unlogged,
       c.reloptions AS parameters,
       toast.reloptions AS toast_parameters,
       space.spcname AS tablespace,
       nullif(method.amname, 'heap') AS access_method,
       c.relrowsecurity AS row_security,
       c.relforcerowsecurity AS force_row_security,
       CASE c.relreplident
           WHEN 'f' THEN 'FULL'
           WHEN 'n' THEN 'NOTHING'
           WHEN 'i' THEN (
               SELECT 'USING INDEX ' || quote_ident(ic.relname)
               FROM pg_catalog.pg_index i
               JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
               WHERE i.indrelid = c.oid AND i.indisreplident)
       END AS replica_identity,
       CASE WHEN c.relkind = 'r' AND c.relhasindex THEN (
           SELECT ic.relname
           FROM pg_catalog.pg_index i
           JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
           WHERE i.indrelid = c.oid AND i.indisclustered)
       END AS cluster_index,
       CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partition_by,
       CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END AS partition_bound,
       parent.schemas AS parent_schemas,
       parent.names AS parent_names,
       CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END AS query,
       c.relispopulated AS populated
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_class toast ON toast.oid = c.reltoastrelid AND c.reltoastrelid <> 0
LEFT JOIN pg_catalog.pg_tablespace space ON space.oid = c.reltablespace
LEFT JOIN pg_catalog.pg_am method ON method.oid = c.relam
LEFT JOIN (
    SELECT i.inhrelid,
           array_agg(pn.nspname::text ORDER BY i.inhseqno) AS schemas,
           array_agg(p.relname::text ORDER BY i.inhseqno) AS names
    FROM pg_catalog.pg_inherits i
    JOIN pg_catalog.pg_class p ON p.oid = i.inhparent AND p.relkind IN ('r', 'p', 'f')
    JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace
    GROUP BY i.inhrelid) parent ON parent.inhrelid = c.oid
WHERE c.relnamespace = ANY (?::oid[])
  AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND c.relpersistence <> 't'
  AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_depend d
      WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.objsubid = 0 AND d.deptype = 'e')
