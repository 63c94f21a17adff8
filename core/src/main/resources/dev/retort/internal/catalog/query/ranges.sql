-- What makes a range type, each part where it is not what the server would take unasked.
SELECT r.rngtypid AS type,
       concat_ws(', ',
           'SUBTYPE = ' || format_type(r.rngsubtype, NULL),
           CASE WHEN NOT (opc.opcdefault AND opc.opcintype = r.rngsubtype) THEN
               'SUBTYPE_OPCLASS = ' || quote_ident(opcn.nspname) || '.' || quote_ident(opc.opcname) END,
           CASE WHEN r.rngcollation <> st.typcollation THEN
               'COLLATION = ' || quote_ident(cn.nspname) || '.' || quote_ident(co.collname) END,
           CASE WHEN r.rngcanonical::oid <> 0 THEN 'CANONICAL = ' || r.rngcanonical::regproc END,
           CASE WHEN r.rngsubdiff::oid <> 0 THEN 'SUBTYPE_DIFF = ' || r.rngsubdiff::regproc END{since 14: ,
           CASE WHEN mt.typname <> CASE WHEN t.typname LIKE '%range%'
                                   THEN regexp_replace(t.typname, 'range', 'multirange')
                                   ELSE t.typname || '_multirange' END
                THEN 'MULTIRANGE_TYPE_NAME = ' || quote_ident(mn.nspname) || '.' || quote_ident(mt.typname) END
           else: }) AS definition
FROM pg_catalog.pg_range r
JOIN pg_catalog.pg_type t ON t.oid = r.rngtypid
JOIN pg_catalog.pg_type st ON st.oid = r.rngsubtype
JOIN pg_catalog.pg_opclass opc ON opc.oid = r.rngsubopc
JOIN pg_catalog.pg_namespace opcn ON opcn.oid = opc.opcnamespace
LEFT JOIN pg_catalog.pg_collation co ON co.oid = r.rngcollation
LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
{since 14: LEFT JOIN pg_catalog.pg_type mt ON mt.oid = r.rngmultitypid
LEFT JOIN pg_catalog.pg_namespace mn ON mn.oid = mt.typnamespace else: }
WHERE t.typnamespace = ANY (?::oid[])
