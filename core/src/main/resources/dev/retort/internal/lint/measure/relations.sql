SELECT c.oid::pg_catalog.int8, n.nspname, c.relname, c.relkind::pg_catalog.text, c.relfilenode::pg_catalog.int8,
       COALESCE((SELECT h.inhparent::pg_catalog.int8 FROM pg_catalog.pg_inherits AS h
                  WHERE h.inhrelid OPERATOR(pg_catalog.=) c.oid
                  ORDER BY h.inhseqno LIMIT 1), 0::bigint),
       c.relispartition, c.relreplident::pg_catalog.text, c.relacl::pg_catalog.text,
       pg_catalog.obj_description(c.oid, 'pg_class'::pg_catalog.name),
       COALESCE(i.indrelid::pg_catalog.int8, 0::bigint), i.indisunique, i.indisvalid,
       i.indkey::pg_catalog.text,
       CASE WHEN i.indrelid IS NOT NULL THEN pg_catalog.pg_get_indexdef(c.oid) END,
       c.relrowsecurity, c.relforcerowsecurity
  FROM pg_catalog.pg_class AS c
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
  LEFT JOIN pg_catalog.pg_index AS i ON i.indexrelid OPERATOR(pg_catalog.=) c.oid
 WHERE n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'
   AND (?::pg_catalog.text IS NULL OR c.oid OPERATOR(pg_catalog.=) ANY (?::pg_catalog.oid[]))
