-- Checks of domains.
SELECT con.oid, con.contypid AS domain, con.conname AS name, con.convalidated AS validated,
       pg_get_expr(con.conbin, 0) AS expression
FROM pg_catalog.pg_type t
JOIN pg_catalog.pg_constraint con ON con.contypid = t.oid
WHERE t.typtype = 'd' AND t.typnamespace = ANY (?::oid[]) AND con.contype = 'c'
ORDER BY con.conname
