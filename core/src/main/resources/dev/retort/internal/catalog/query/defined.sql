-- Rules, extended statistics, aggregates and collations, each as the statement that creates it; columns of statistics by
-- name, because the order of a table's columns is not compared.
WITH defined (kind, catalog, oid, schema, name, detail, relation, creating, dropping, following) AS (
    SELECT 'RULE', 'pg_catalog.pg_rewrite'::regclass, r.oid, c.relnamespace, c.relname, r.rulename,
           c.oid,
           rtrim(pg_get_ruledef(r.oid), '; '),
           'RULE ' || quote_ident(r.rulename) || ' ON ' || c.oid::regclass,
           CASE WHEN r.ev_enabled <> 'O' THEN
               'ALTER TABLE ' || c.oid::regclass
               || CASE r.ev_enabled WHEN 'D' THEN ' DISABLE RULE ' WHEN 'R' THEN ' ENABLE REPLICA RULE '
                                    ELSE ' ENABLE ALWAYS RULE ' END
               || quote_ident(r.rulename) END
    FROM pg_catalog.pg_rewrite r
    JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
    WHERE r.rulename <> '_RETURN'
    UNION ALL
    SELECT 'STATISTICS', 'pg_catalog.pg_statistic_ext'::regclass, s.oid, s.stxnamespace, s.stxname, '',
           s.stxrelid,
           left(d.text, position(' ON ' IN d.text) + 3) || array_to_string(
               ARRAY(SELECT quote_ident(a.attname)
                     FROM pg_catalog.pg_attribute a
                     WHERE a.attrelid = s.stxrelid AND a.attnum = ANY (s.stxkeys::int2[])
                     ORDER BY 1)
               {since 14: || ARRAY(SELECT '(' || e || ')' FROM unnest(pg_get_statisticsobjdef_expressions(s.oid)) e) else: },
               ', ') || ' FROM ' || s.stxrelid::regclass,
           'STATISTICS ' || quote_ident(n.nspname) || '.' || quote_ident(s.stxname),
           CASE WHEN s.stxstattarget >= 0 THEN
               'ALTER STATISTICS ' || quote_ident(n.nspname) || '.' || quote_ident(s.stxname)
               || ' SET STATISTICS ' || s.stxstattarget END
    FROM pg_catalog.pg_statistic_ext s
    JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace
    CROSS JOIN LATERAL (SELECT pg_get_statisticsobjdef(s.oid)) AS d (text)
    UNION ALL
    SELECT 'AGGREGATE', 'pg_catalog.pg_proc'::regclass, p.oid, p.pronamespace, p.proname, oidvectortypes(p.proargtypes),
           NULL::oid,
           'CREATE AGGREGATE ' || signature.name || ' (' || concat_ws(', ',
               'SFUNC = ' || a.aggtransfn,
               'STYPE = ' || format_type(a.aggtranstype, NULL),
               CASE WHEN a.aggtransspace <> 0 THEN 'SSPACE = ' || a.aggtransspace END,
               CASE WHEN a.aggfinalfn::oid <> 0 THEN 'FINALFUNC = ' || a.aggfinalfn END,
               CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
               CASE WHEN a.aggfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r'::"char" ELSE 'w' END THEN
                   'FINALFUNC_MODIFY = ' || CASE a.aggfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE'
                                                                  ELSE 'READ_WRITE' END END,
               CASE WHEN a.aggcombinefn::oid <> 0 THEN 'COMBINEFUNC = ' || a.aggcombinefn END,
               CASE WHEN a.aggserialfn::oid <> 0 THEN 'SERIALFUNC = ' || a.aggserialfn END,
               CASE WHEN a.aggdeserialfn::oid <> 0 THEN 'DESERIALFUNC = ' || a.aggdeserialfn END,
               'INITCOND = ' || quote_literal(a.agginitval),
               CASE WHEN a.aggmtransfn::oid <> 0 THEN 'MSFUNC = ' || a.aggmtransfn END,
               CASE WHEN a.aggminvtransfn::oid <> 0 THEN 'MINVFUNC = ' || a.aggminvtransfn END,
               CASE WHEN a.aggmtranstype <> 0 THEN 'MSTYPE = ' || format_type(a.aggmtranstype, NULL) END,
               CASE WHEN a.aggmtransspace <> 0 THEN 'MSSPACE = ' || a.aggmtransspace END,
               CASE WHEN a.aggmfinalfn::oid <> 0 THEN 'MFINALFUNC = ' || a.aggmfinalfn END,
               CASE WHEN a.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
               CASE WHEN a.aggmtransfn::oid <> 0
                         AND a.aggmfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r'::"char" ELSE 'w' END THEN
                   'MFINALFUNC_MODIFY = ' || CASE a.aggmfinalmodify WHEN 'r' THEN 'READ_ONLY'
                                                  WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END,
               'MINITCOND = ' || quote_literal(a.aggminitval),
               CASE WHEN a.aggsortop <> 0 THEN
                   (SELECT 'SORTOP = OPERATOR(' || quote_ident(n.nspname) || '.' || o.oprname || ')'
                    FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
                    WHERE o.oid = a.aggsortop) END,
               CASE WHEN a.aggkind = 'h' THEN 'HYPOTHETICAL' END,
               CASE p.proparallel WHEN 's' THEN 'PARALLEL = SAFE' WHEN 'r' THEN 'PARALLEL = RESTRICTED' END) || ')',
           'AGGREGATE ' || signature.name,
           NULL
    FROM pg_catalog.pg_proc p
    JOIN pg_catalog.pg_aggregate a ON a.aggfnoid = p.oid
    JOIN pg_catalog.pg_namespace s ON s.oid = p.pronamespace
    CROSS JOIN LATERAL (
        SELECT quote_ident(s.nspname) || '.' || quote_ident(p.proname) || '('
               || coalesce(nullif(pg_get_function_identity_arguments(p.oid), ''), '*') || ')') AS signature (name)
    UNION ALL
    SELECT 'COLLATION', 'pg_catalog.pg_collation'::regclass, c.oid, c.collnamespace, c.collname, '',
           NULL,
           'CREATE COLLATION ' || quote_ident(n.nspname) || '.' || quote_ident(c.collname) || ' (' || concat_ws(', ',
               'PROVIDER = ' || CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END,
               CASE WHEN NOT c.collisdeterministic THEN 'DETERMINISTIC = false' END,
               CASE WHEN c.collprovider <> 'c' THEN 'LOCALE = ' || quote_literal(
                   coalesce(j.whole ->> 'colllocale', j.whole ->> 'colliculocale', c.collcollate::text)) END,
               CASE WHEN c.collprovider = 'c' THEN 'LC_COLLATE = ' || quote_literal(c.collcollate) END,
               CASE WHEN c.collprovider = 'c' THEN 'LC_CTYPE = ' || quote_literal(c.collctype) END,
               'RULES = ' || quote_literal(j.whole ->> 'collicurules')) || ')',
           'COLLATION ' || quote_ident(n.nspname) || '.' || quote_ident(c.collname),
           NULL
    FROM pg_catalog.pg_collation c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.collnamespace
    CROSS JOIN LATERAL (SELECT to_jsonb(c)) AS j (whole)
)
SELECT d.kind, d.catalog::text AS catalog, d.oid, n.nspname AS schema, d.name, d.detail,
       rn.nspname AS relation_schema, r.relname AS relation_name, d.creating, d.dropping, d.following
FROM defined d
JOIN pg_catalog.pg_namespace n ON n.oid = d.schema
LEFT JOIN pg_catalog.pg_class r ON r.oid = d.relation
LEFT JOIN pg_catalog.pg_namespace rn ON rn.oid = r.relnamespace
WHERE d.schema = ANY (?::oid[])
  AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_depend e
      WHERE e.classid = d.catalog AND e.objid = d.oid AND e.deptype = 'e')
