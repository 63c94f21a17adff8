-- Row-level-security policies.
SELECT p.oid, p.polrelid AS relation, p.polname AS name, p.polpermissive AS permissive,
       CASE p.polcmd WHEN '*' THEN 'ALL' WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
                     WHEN 'd' THEN 'DELETE' END AS command,
       ARRAY(SELECT pg_get_userbyid(r)::text FROM unnest(p.polroles) r WHERE r <> 0 ORDER BY 1) AS roles,
       pg_get_expr(p.polqual, p.polrelid) AS using_expression,
       pg_get_expr(p.polwithcheck, p.polrelid) AS check_expression
FROM unnest(?::oid[]) AS scope (oid)
JOIN pg_catalog.pg_policy p ON p.polrelid = scope.oid
ORDER BY p.polname
