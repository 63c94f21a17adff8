-- Indexes, those of constraints too, without those that go with an index of a parent.
SELECT i.indexrelid AS oid, i.indrelid AS relation, c.relname AS name, am.amname AS method,
       i.indisunique AS "unique",
       {since 15: i.indnullsnotdistinct else: false} AS nulls_not_distinct,
       pg_get_expr(i.indpred, i.indrelid) AS predicate,
       c.reloptions AS parameters,
       space.spcname AS tablespace,
       i.indisvalid AS valid,
       con.oid IS NOT NULL AS of_constraint
FROM unnest(?::oid[]) AS scope (oid)
JOIN pg_catalog.pg_index i ON i.indrelid = scope.oid
JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_am am ON am.oid = c.relam
LEFT JOIN pg_catalog.pg_tablespace space ON space.oid = c.reltablespace
LEFT JOIN pg_catalog.pg_constraint con
    ON con.conrelid = i.indrelid AND con.conindid = i.indexrelid AND con.contype IN ('p', 'u', 'x')
WHERE NOT c.relispartition OR con.oid IS NOT NULL
ORDER BY c.relname
