SELECT t.tgrelid::pg_catalog.int8, 't', t.tgname, t.tgenabled::pg_catalog.text
  FROM pg_catalog.pg_trigger AS t
 WHERE NOT t.tgisinternal
   AND (?::pg_catalog.text IS NULL OR t.tgrelid OPERATOR(pg_catalog.=) ANY (?::pg_catalog.oid[]))
UNION ALL
SELECT r.ev_class::pg_catalog.int8, 'r', r.rulename, r.ev_enabled::pg_catalog.text
  FROM pg_catalog.pg_rewrite AS r
 WHERE r.ev_type OPERATOR(pg_catalog.<>) '1'::pg_catalog."char"
   AND r.oid OPERATOR(pg_catalog.>=) 16384::pg_catalog.oid
   AND (?::pg_catalog.text IS NULL OR r.ev_class OPERATOR(pg_catalog.=) ANY (?::pg_catalog.oid[]))
UNION ALL
SELECT p.polrelid::pg_catalog.int8, 'p', p.polname,
       CASE WHEN NOT p.polpermissive THEN 'r'
            WHEN p.polcmd OPERATOR(pg_catalog.=) '*'::pg_catalog."char"
             AND p.polroles OPERATOR(pg_catalog.=) '{0}'::pg_catalog.oid[]
             AND pg_catalog.pg_get_expr(p.polqual, p.polrelid) OPERATOR(pg_catalog.=) 'true'
             AND COALESCE(pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid), 'true') OPERATOR(pg_catalog.=) 'true'
            THEN 'a' ELSE 'p' END
  FROM pg_catalog.pg_policy AS p
 WHERE ?::pg_catalog.text IS NULL OR p.polrelid OPERATOR(pg_catalog.=) ANY (?::pg_catalog.oid[])
