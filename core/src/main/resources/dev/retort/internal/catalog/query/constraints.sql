-- Constraints of tables but not-null marks, constraint triggers, and what a constraint of a parent made.
SELECT con.oid, con.conrelid AS relation, con.conname AS name, con.contype AS type,
       con.condeferrable AS deferrable, con.condeferred AS deferred,
       con.convalidated AS validated,
       {since 18: con.conenforced else: true} AS enforced,
       {since 18: con.conperiod else: false} AS period,
       con.connoinherit AS no_inherit,
       con.coninhcount > 0 AND NOT con.conislocal AS inherited,
       con.conindid AS index,
       con.conkey::text[] AS columns,
       con.confupdtype AS on_update, con.confdeltype AS on_delete,
       {since 15: con.confdelsetcols::text[] else: NULL::text[]} AS on_delete_columns,
       con.confmatchtype = 'f' AS match_full,
       referenced_schema.nspname AS referenced_schema,
       referenced.relname AS referenced_name,
       CASE con.contype WHEN 'f' THEN ARRAY(
           SELECT a.attname::text
           FROM unnest(con.confkey) WITH ORDINALITY AS k (number, position)
           JOIN pg_catalog.pg_attribute a ON a.attrelid = con.confrelid AND a.attnum = k.number
           ORDER BY k.position)
       END AS referenced_columns,
       CASE con.contype WHEN 'c' THEN pg_get_expr(con.conbin, con.conrelid) END AS expression,
       CASE con.contype WHEN 'x' THEN ARRAY(
           SELECT CASE n.nspname WHEN 'pg_catalog' THEN o.oprname::text
                  ELSE 'OPERATOR(' || quote_ident(n.nspname) || '.' || o.oprname || ')' END
           FROM unnest(con.conexclop) WITH ORDINALITY AS k (operator, position)
           JOIN pg_catalog.pg_operator o ON o.oid = k.operator
           JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
           ORDER BY k.position)
       END AS operators
FROM unnest(?::oid[]) AS scope (oid)
JOIN pg_catalog.pg_constraint con ON con.conrelid = scope.oid
LEFT JOIN pg_catalog.pg_class referenced ON referenced.oid = con.confrelid AND con.contype = 'f'
LEFT JOIN pg_catalog.pg_namespace referenced_schema ON referenced_schema.oid = referenced.relnamespace
WHERE con.contype IN ('p', 'u', 'f', 'c', 'x')
  AND con.conparentid = 0
ORDER BY con.conname
