WITH own AS (
    SELECT c.oid, c.relkind, c.relispartition, c.relpersistence, c.relowner, c.relrowsecurity,
           pg_catalog.concat(pg_catalog.quote_ident(n.nspname::pg_catalog.text), '.',
               pg_catalog.quote_ident(c.relname::pg_catalog.text)) AS name
    FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
    WHERE c.oid OPERATOR(pg_catalog.=) ANY (ARRAY[{tables}]::pg_catalog.oid[])),
part AS (
    SELECT own.name, own.oid AS relation, 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid AS catalog,
           own.oid, NULL::pg_catalog.text AS expression, NULL::pg_catalog.text AS remedy
    FROM own
    UNION ALL
    SELECT own.name, own.oid, 'pg_catalog.pg_attrdef'::pg_catalog.regclass, d.oid, d.adbin::pg_catalog.text,
           pg_catalog.concat('ALTER TABLE ', own.name, ' ALTER COLUMN ',
               pg_catalog.quote_ident(a.attname::pg_catalog.text),
               CASE WHEN a.attgenerated OPERATOR(pg_catalog.=) '' THEN ' DROP DEFAULT' ELSE ' DROP EXPRESSION' END)
    FROM own JOIN pg_catalog.pg_attrdef AS d ON d.adrelid OPERATOR(pg_catalog.=) own.oid
    JOIN pg_catalog.pg_attribute AS a
        ON a.attrelid OPERATOR(pg_catalog.=) own.oid AND a.attnum OPERATOR(pg_catalog.=) d.adnum
    UNION ALL
    SELECT own.name, own.oid, 'pg_catalog.pg_constraint'::pg_catalog.regclass, k.oid, k.conbin::pg_catalog.text,
           pg_catalog.concat('ALTER TABLE ', own.name, ' DROP CONSTRAINT ',
               pg_catalog.quote_ident(k.conname::pg_catalog.text))
    FROM own JOIN pg_catalog.pg_constraint AS k ON k.conrelid OPERATOR(pg_catalog.=) own.oid
    UNION ALL
    SELECT own.name, own.oid, 'pg_catalog.pg_class'::pg_catalog.regclass, i.indexrelid,
           pg_catalog.concat(i.indexprs, i.indpred),
           pg_catalog.concat('DROP INDEX ', pg_catalog.quote_ident(n.nspname::pg_catalog.text), '.',
               pg_catalog.quote_ident(c.relname::pg_catalog.text))
    FROM own JOIN pg_catalog.pg_index AS i ON i.indrelid OPERATOR(pg_catalog.=) own.oid
    JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) i.indexrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace)
SELECT own.name, 'it is not an ordinary table' AS reason,
       pg_catalog.concat('ALTER TABLE ', own.name, ' RENAME TO <another name>') AS remedy
FROM own
WHERE own.relkind OPERATOR(pg_catalog.<>) 'r' OR own.relispartition OR own.relpersistence OPERATOR(pg_catalog.=) 't'
UNION ALL
SELECT own.name,
       pg_catalog.concat('its owner ', pg_catalog.quote_ident(r.rolname::pg_catalog.text), ' is neither a superuser, nor ',
           pg_catalog.quote_ident(session_user::pg_catalog.text),
           ', who is connected, nor retort.role, nor one of retort.trusted-owners'),
       pg_catalog.concat('ALTER TABLE ', own.name, ' OWNER TO ', pg_catalog.quote_ident(session_user::pg_catalog.text),
           ' (or, where ', pg_catalog.quote_ident(r.rolname::pg_catalog.text), ' may act with the rights of ',
           pg_catalog.quote_ident(session_user::pg_catalog.text), ', name it in retort.trusted-owners)')
FROM own JOIN pg_catalog.pg_roles AS r ON r.oid OPERATOR(pg_catalog.=) own.relowner
WHERE NOT (r.rolsuper OR r.rolname OPERATOR(pg_catalog.=) session_user
    OR r.rolname OPERATOR(pg_catalog.=) ANY (ARRAY[{owners}]::pg_catalog.name[]))
UNION ALL
SELECT own.name, 'row-level security is enabled',
       pg_catalog.concat('ALTER TABLE ', own.name, ' DISABLE ROW LEVEL SECURITY')
FROM own WHERE own.relrowsecurity
UNION ALL
SELECT own.name, pg_catalog.concat('it has the policy ', pg_catalog.quote_ident(p.polname::pg_catalog.text)),
       pg_catalog.concat('DROP POLICY ', pg_catalog.quote_ident(p.polname::pg_catalog.text), ' ON ', own.name)
FROM own JOIN pg_catalog.pg_policy AS p ON p.polrelid OPERATOR(pg_catalog.=) own.oid
UNION ALL
SELECT own.name, pg_catalog.concat('it has the rule ', pg_catalog.quote_ident(w.rulename::pg_catalog.text)),
       pg_catalog.concat('DROP RULE ', pg_catalog.quote_ident(w.rulename::pg_catalog.text), ' ON ', own.name)
FROM own JOIN pg_catalog.pg_rewrite AS w ON w.ev_class OPERATOR(pg_catalog.=) own.oid
WHERE own.relkind OPERATOR(pg_catalog.=) 'r'
UNION ALL
SELECT own.name, pg_catalog.concat('it has the trigger ', pg_catalog.quote_ident(t.tgname::pg_catalog.text)),
       pg_catalog.concat('DROP TRIGGER ', pg_catalog.quote_ident(t.tgname::pg_catalog.text), ' ON ', own.name)
FROM own JOIN pg_catalog.pg_trigger AS t ON t.tgrelid OPERATOR(pg_catalog.=) own.oid
WHERE NOT t.tgisinternal
UNION ALL
SELECT own.name, 'it inherits from another table, or another table from it',
       pg_catalog.concat('ALTER TABLE ', i.inhrelid::pg_catalog.regclass, ' NO INHERIT ',
           i.inhparent::pg_catalog.regclass)
FROM own JOIN pg_catalog.pg_inherits AS i
    ON own.oid OPERATOR(pg_catalog.=) i.inhrelid OR own.oid OPERATOR(pg_catalog.=) i.inhparent
WHERE own.relkind OPERATOR(pg_catalog.=) 'r'
UNION ALL
SELECT own.name,
       pg_catalog.concat('it is part of the foreign key ', pg_catalog.quote_ident(k.conname::pg_catalog.text), ' of ',
           k.conrelid::pg_catalog.regclass),
       pg_catalog.concat('ALTER TABLE ', k.conrelid::pg_catalog.regclass, ' DROP CONSTRAINT ',
           pg_catalog.quote_ident(k.conname::pg_catalog.text))
FROM own JOIN pg_catalog.pg_constraint AS k
    ON own.oid OPERATOR(pg_catalog.=) k.conrelid OR own.oid OPERATOR(pg_catalog.=) k.confrelid
WHERE k.contype OPERATOR(pg_catalog.=) 'f'
UNION ALL
SELECT own.name, pg_catalog.concat('it has the statistics ', pg_catalog.quote_ident(s.stxname::pg_catalog.text)),
       pg_catalog.concat('DROP STATISTICS ', pg_catalog.quote_ident(n.nspname::pg_catalog.text), '.',
           pg_catalog.quote_ident(s.stxname::pg_catalog.text))
FROM own JOIN pg_catalog.pg_statistic_ext AS s ON s.stxrelid OPERATOR(pg_catalog.=) own.oid
JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) s.stxnamespace
UNION ALL
SELECT part.name,
       pg_catalog.concat(pg_catalog.pg_describe_object(part.catalog, part.oid, coalesce(d.objsubid, 0)),
           CASE WHEN d.objid IS NULL THEN ' calls a function'
                ELSE pg_catalog.concat(' uses ', pg_catalog.pg_describe_object(d.refclassid, d.refobjid, 0)) END),
       pg_catalog.concat(part.remedy,
           CASE WHEN part.remedy IS NOT NULL THEN NULL
                WHEN d.objsubid OPERATOR(pg_catalog.=) 0 THEN pg_catalog.concat('ALTER TABLE ', part.name, ' NOT OF')
                ELSE pg_catalog.concat('ALTER TABLE ', part.name, ' ALTER COLUMN ',
                    (SELECT pg_catalog.quote_ident(a.attname::pg_catalog.text) FROM pg_catalog.pg_attribute AS a
                     WHERE a.attrelid OPERATOR(pg_catalog.=) d.objid AND a.attnum OPERATOR(pg_catalog.=) d.objsubid),
                    ' TYPE pg_catalog.text') END)
FROM part LEFT JOIN pg_catalog.pg_depend AS d
    ON d.classid OPERATOR(pg_catalog.=) part.catalog AND d.objid OPERATOR(pg_catalog.=) part.oid
    AND d.refclassid OPERATOR(pg_catalog.=) ANY (ARRAY['pg_catalog.pg_proc'::pg_catalog.regclass,
        'pg_catalog.pg_operator'::pg_catalog.regclass, 'pg_catalog.pg_type'::pg_catalog.regclass,
        'pg_catalog.pg_opclass'::pg_catalog.regclass]::pg_catalog.oid[])
WHERE d.objid IS NOT NULL OR part.expression OPERATOR(pg_catalog.~)
    '[{]FUNCEXPR :funcid (?!(?:401|406|407|668|669|1299|1400|1401|1574|2647|2648|2649|3432) )'
