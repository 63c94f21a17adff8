-- Enum, composite and range types, domains, and base types; row types of tables, arrays and multiranges go with others.
SELECT t.oid, n.nspname AS schema, t.typname AS name, t.typtype AS kind,
       CASE t.typtype WHEN 'e' THEN ARRAY(
           SELECT e.enumlabel::text FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder)
       END AS labels,
       CASE t.typtype WHEN 'c' THEN t.typrelid ELSE 0 END AS attributes,
       CASE t.typtype WHEN 'd' THEN format_type(t.typbasetype, t.typtypmod) END AS base_type,
       CASE WHEN t.typtype = 'd' AND t.typcollation <> base.typcollation THEN
           (SELECT CASE cn.nspname WHEN 'pg_catalog' THEN '' ELSE quote_ident(cn.nspname) || '.' END
                || quote_ident(co.collname)
            FROM pg_catalog.pg_collation co
            JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
            WHERE co.oid = t.typcollation)
       END AS collation,
       CASE t.typtype WHEN 'd' THEN coalesce(pg_get_expr(t.typdefaultbin, 0), t.typdefault) END AS default_expression,
       t.typnotnull AS not_null
FROM pg_catalog.pg_type t
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
LEFT JOIN pg_catalog.pg_type base ON base.oid = t.typbasetype
WHERE t.typnamespace = ANY (?::oid[])
  AND (t.typtype IN ('e', 'd', 'r') OR (t.typtype = 'c' AND c.relkind = 'c')
       OR (t.typtype IN ('b', 'p') AND NOT EXISTS (
           SELECT FROM pg_catalog.pg_type element WHERE element.typarray = t.oid)))
  AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_depend d
      WHERE d.classid = 'pg_catalog.pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
