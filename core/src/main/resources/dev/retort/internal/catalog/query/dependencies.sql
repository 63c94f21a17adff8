-- The dependencies of objects: the rule of a view as the view, a default as its column, an array as its element, a multirange as
-- its range, what is in an operator family as the family, a member of an extension as the extension. Keys, foreign keys and
-- plain indexes say themselves what they need, and sequences whom they belong to. Of a foreign key this reads only the key that
-- it uses: for that of a partition the one above that it is attached to.
WITH stated AS MATERIALIZED (
    SELECT CASE WHEN rule.oid IS NOT NULL OR ad.oid IS NOT NULL THEN 'pg_catalog.pg_class'::regclass
                WHEN proc.oid IS NOT NULL OR op.oid IS NOT NULL THEN 'pg_catalog.pg_opfamily'::regclass
                ELSE d.classid::regclass END AS catalog,
           coalesce(rule.ev_class, ad.adrelid, proc.amprocfamily, op.amopfamily, d.objid) AS oid,
           coalesce(ad.adnum, d.objsubid) AS part,
           d.refclassid AS needed_catalog,
           CASE d.refclassid WHEN 'pg_catalog.pg_type'::regclass
                THEN coalesce({since 14: r.rngtypid, else: }element.oid, d.refobjid)
                WHEN 'pg_catalog.pg_class'::regclass
                THEN coalesce(CASE con.conindid WHEN d.refobjid THEN pg_catalog.pg_partition_root(d.refobjid) END, d.refobjid)
                ELSE d.refobjid END AS needed,
           d.refobjsubid AS needed_part
    FROM pg_catalog.pg_depend d
    LEFT JOIN pg_catalog.pg_rewrite rule
        ON d.classid = 'pg_catalog.pg_rewrite'::regclass AND rule.oid = d.objid AND rule.rulename = '_RETURN'
    LEFT JOIN pg_catalog.pg_attrdef ad ON d.classid = 'pg_catalog.pg_attrdef'::regclass AND ad.oid = d.objid
    LEFT JOIN pg_catalog.pg_amproc proc ON d.classid = 'pg_catalog.pg_amproc'::regclass AND proc.oid = d.objid
    LEFT JOIN pg_catalog.pg_amop op ON d.classid = 'pg_catalog.pg_amop'::regclass AND op.oid = d.objid
    LEFT JOIN pg_catalog.pg_constraint con
        ON d.classid = 'pg_catalog.pg_constraint'::regclass AND con.oid = d.objid AND con.contype NOT IN ('c', 'x')
    LEFT JOIN pg_catalog.pg_class c
        ON d.classid = 'pg_catalog.pg_class'::regclass AND c.oid = d.objid AND c.relkind IN ('i', 'I', 'S')
    LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
    LEFT JOIN pg_catalog.pg_type element
        ON d.refclassid = 'pg_catalog.pg_type'::regclass AND element.typarray = d.refobjid
    {since 14: LEFT JOIN pg_catalog.pg_range r ON d.refclassid = 'pg_catalog.pg_type'::regclass
        AND r.rngmultitypid = coalesce(element.oid, d.refobjid) else: }
    WHERE d.deptype IN ('n', 'a')
      AND d.objid >= 16384
      AND d.refclassid <> 'pg_catalog.pg_namespace'::regclass
      AND (ad.oid IS NULL OR (d.refobjid, d.refobjsubid) <> (ad.adrelid, ad.adnum))
      AND (d.refclassid <> 'pg_catalog.pg_class'::regclass
           OR (con.contype = 'f' AND con.conindid = d.refobjid)
           OR (con.oid IS NULL
               AND (c.oid IS NULL OR i.indexprs IS NOT NULL OR i.indpred IS NOT NULL)))
), member AS MATERIALIZED (
    SELECT classid AS catalog, objid AS oid, refobjid AS extension
    FROM pg_catalog.pg_depend
    WHERE deptype = 'e' AND objsubid = 0
)
SELECT DISTINCT s.catalog::text AS catalog, s.oid, s.part,
       CASE WHEN m.extension IS NULL THEN s.needed_catalog::regclass::text ELSE 'pg_extension' END AS needed_catalog,
       coalesce(m.extension, s.needed) AS needed,
       CASE WHEN m.extension IS NULL THEN s.needed_part ELSE 0 END AS needed_part
FROM stated s
LEFT JOIN member m ON m.catalog = s.needed_catalog AND m.oid = s.needed
