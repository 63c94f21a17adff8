SELECT c.relname::pg_catalog.text
FROM pg_catalog.pg_class AS c
WHERE c.oid OPERATOR(pg_catalog.=) ANY (ARRAY[{tables}]::pg_catalog.oid[])
  AND (c.relkind OPERATOR(pg_catalog.<>) 'r' OR c.relispartition OR c.relpersistence OPERATOR(pg_catalog.=) 't'
    OR c.relrowsecurity
    OR NOT EXISTS (SELECT FROM pg_catalog.pg_roles AS r WHERE r.oid OPERATOR(pg_catalog.=) c.relowner
        AND (r.rolsuper OR r.rolname OPERATOR(pg_catalog.=) session_user
            OR r.rolname OPERATOR(pg_catalog.=) ANY (ARRAY[{owners}]::pg_catalog.name[])))
    OR EXISTS (SELECT FROM pg_catalog.pg_policy AS p WHERE p.polrelid OPERATOR(pg_catalog.=) c.oid)
    OR EXISTS (SELECT FROM pg_catalog.pg_rewrite AS w WHERE w.ev_class OPERATOR(pg_catalog.=) c.oid)
    OR EXISTS (SELECT FROM pg_catalog.pg_inherits AS i WHERE i.inhrelid OPERATOR(pg_catalog.=) c.oid)
    OR EXISTS (SELECT FROM pg_catalog.pg_inherits AS i WHERE i.inhparent OPERATOR(pg_catalog.=) c.oid)
    OR EXISTS (SELECT FROM pg_catalog.pg_trigger AS t WHERE t.tgrelid OPERATOR(pg_catalog.=) c.oid
        AND (NOT t.tgisinternal OR t.tgconstrrelid OPERATOR(pg_catalog.<>) 0::pg_catalog.oid))
    OR EXISTS (SELECT FROM pg_catalog.pg_statistic_ext AS s WHERE s.stxrelid OPERATOR(pg_catalog.=) c.oid)
    OR EXISTS (SELECT FROM (
            SELECT 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid, c.oid, NULL::pg_catalog.text
            UNION ALL
            SELECT a.tableoid, a.oid, a.adbin::pg_catalog.text FROM pg_catalog.pg_attrdef AS a
            WHERE a.adrelid OPERATOR(pg_catalog.=) c.oid
            UNION ALL
            SELECT k.tableoid, k.oid, k.conbin::pg_catalog.text FROM pg_catalog.pg_constraint AS k
            WHERE k.conrelid OPERATOR(pg_catalog.=) c.oid
            UNION ALL
            SELECT c.tableoid, i.indexrelid, pg_catalog.concat(i.indexprs, i.indpred) FROM pg_catalog.pg_index AS i
            WHERE i.indrelid OPERATOR(pg_catalog.=) c.oid) AS part (catalog, oid, expression)
        WHERE part.expression OPERATOR(pg_catalog.~)
                '[{]FUNCEXPR :funcid (?!(?:401|406|407|668|669|1299|1400|1401|1574|2647|2648|2649|3432) )'
            OR EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                WHERE d.classid OPERATOR(pg_catalog.=) part.catalog AND d.objid OPERATOR(pg_catalog.=) part.oid
                AND d.refclassid OPERATOR(pg_catalog.=) ANY (ARRAY['pg_catalog.pg_proc'::pg_catalog.regclass,
                    'pg_catalog.pg_operator'::pg_catalog.regclass, 'pg_catalog.pg_type'::pg_catalog.regclass,
                    'pg_catalog.pg_opclass'::pg_catalog.regclass]::pg_catalog.oid[]))))
