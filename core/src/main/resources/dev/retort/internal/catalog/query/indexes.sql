-- Indexes, those of constraints and those that are attached to an index of a parent too.
SELECT i.indexrelid AS oid, i.indrelid AS relation, c.relname AS name, am.amname AS method,
       i.indisunique AS "unique",
       {since 15: i.indnullsnotdistinct else: false} AS nulls_not_distinct,
       pg_get_expr(i.indpred, i.indrelid) AS predicate,
       c.reloptions AS parameters,
       space.spcname AS tablespace,
       i.indisvalid AS valid,
       con.oid IS NOT NULL AS of_constraint,
       parent.relname AS parent,
       CASE con.contype WHEN 'p' THEN 'pkey' WHEN 'u' THEN 'key' WHEN 'x' THEN 'excl' ELSE 'idx' END AS label,
       CASE WHEN c.relispartition THEN (
           SELECT pg_catalog.string_agg(a.attname, '_' ORDER BY a.attnum)
           FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid) END AS columns
FROM unnest(?::oid[]) AS scope (oid)
JOIN pg_catalog.pg_index i ON i.indrelid = scope.oid
JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_am am ON am.oid = c.relam
LEFT JOIN pg_catalog.pg_tablespace space ON space.oid = c.reltablespace
LEFT JOIN pg_catalog.pg_constraint con
    ON con.conrelid = i.indrelid AND con.conindid = i.indexrelid AND con.contype IN ('p', 'u', 'x')
LEFT JOIN pg_catalog.pg_inherits attached ON c.relispartition AND attached.inhrelid = c.oid
LEFT JOIN pg_catalog.pg_class parent ON parent.oid = attached.inhparent
ORDER BY c.relname
