-- Objects of kinds that are not described, a cast as if it were in the schema of its function or type. The cast
-- of a range type to its multirange goes with the type. Types and foreign tables are read elsewhere.
WITH other (kind, catalog, oid, schema, name, detail) AS (
    SELECT 'CONVERSION', 'pg_catalog.pg_conversion'::regclass, c.oid, c.connamespace, c.conname, ''
    FROM pg_catalog.pg_conversion c
    UNION ALL
    SELECT 'CAST', 'pg_catalog.pg_cast'::regclass, c.oid, coalesce(routine.pronamespace,
               CASE WHEN source.oid >= 16384 THEN source.typnamespace ELSE target.typnamespace END),
           format_type(c.castsource, NULL), format_type(c.casttarget, NULL)
    FROM pg_catalog.pg_cast c
    JOIN pg_catalog.pg_type source ON source.oid = c.castsource
    JOIN pg_catalog.pg_type target ON target.oid = c.casttarget
    LEFT JOIN pg_catalog.pg_proc routine ON routine.oid = c.castfunc AND routine.oid >= 16384
    WHERE c.oid >= 16384
    UNION ALL
    SELECT 'OPERATOR', 'pg_catalog.pg_operator'::regclass, o.oid, o.oprnamespace, o.oprname,
           concat_ws(', ', CASE o.oprleft WHEN 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END,
                     CASE o.oprright WHEN 0 THEN 'NONE' ELSE format_type(o.oprright, NULL) END)
    FROM pg_catalog.pg_operator o WHERE o.oid >= 16384
    UNION ALL
    SELECT 'OPERATOR_CLASS', 'pg_catalog.pg_opclass'::regclass, o.oid, o.opcnamespace, o.opcname, am.amname
    FROM pg_catalog.pg_opclass o JOIN pg_catalog.pg_am am ON am.oid = o.opcmethod
    UNION ALL
    SELECT 'OPERATOR_FAMILY', 'pg_catalog.pg_opfamily'::regclass, o.oid, o.opfnamespace, o.opfname, am.amname
    FROM pg_catalog.pg_opfamily o JOIN pg_catalog.pg_am am ON am.oid = o.opfmethod
    UNION ALL
    SELECT 'TEXT_SEARCH_CONFIGURATION', 'pg_catalog.pg_ts_config'::regclass, t.oid, t.cfgnamespace, t.cfgname, ''
    FROM pg_catalog.pg_ts_config t
    UNION ALL
    SELECT 'TEXT_SEARCH_DICTIONARY', 'pg_catalog.pg_ts_dict'::regclass, t.oid, t.dictnamespace, t.dictname, ''
    FROM pg_catalog.pg_ts_dict t
    UNION ALL
    SELECT 'TEXT_SEARCH_PARSER', 'pg_catalog.pg_ts_parser'::regclass, t.oid, t.prsnamespace, t.prsname, ''
    FROM pg_catalog.pg_ts_parser t
    UNION ALL
    SELECT 'TEXT_SEARCH_TEMPLATE', 'pg_catalog.pg_ts_template'::regclass, t.oid, t.tmplnamespace, t.tmplname, ''
    FROM pg_catalog.pg_ts_template t
)
SELECT o.kind, o.catalog::text AS catalog, o.oid, n.nspname AS schema, o.name, o.detail
FROM other o
JOIN pg_catalog.pg_namespace n ON n.oid = o.schema
WHERE o.schema = ANY (?::oid[])
  AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_depend d
      WHERE d.classid = o.catalog AND d.objid = o.oid AND d.deptype IN ('e', 'i'))
