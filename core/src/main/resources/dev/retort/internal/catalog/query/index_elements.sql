-- What indexes consist of, in order. An operator class is the default when the server would take it unasked: it is the
-- one for just this type, or there is none such and it is a polymorphic or preferred type's.
SELECT i.indexrelid AS index,
       a.attname AS "column",
       CASE e.number WHEN 0 THEN pg_get_indexdef(i.indexrelid, e.position::int, false) END AS expression,
       e.position > i.indnkeyatts AS included,
       CASE WHEN e.collated <> 0 AND e.collated <> coalesce(a.attcollation, 100) THEN
           (SELECT CASE cn.nspname WHEN 'pg_catalog' THEN '' ELSE quote_ident(cn.nspname) || '.' END
                || quote_ident(co.collname)
            FROM pg_catalog.pg_collation co
            JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
            WHERE co.oid = e.collated)
       END AS collation,
       CASE WHEN own.attoptions IS NOT NULL OR NOT (opc.opcdefault AND (
               opc.opcintype = key.type
               OR (e.number = 0 AND opc.opckeytype <> 0)
               OR (NOT EXISTS (
                       SELECT FROM pg_catalog.pg_opclass exact
                       WHERE exact.opcmethod = opc.opcmethod AND exact.opcdefault AND exact.opcintype = key.type)
                   AND EXISTS (
                       SELECT FROM pg_catalog.pg_type it
                       WHERE it.oid = opc.opcintype AND (it.typtype = 'p' OR it.typispreferred)))))
            THEN (SELECT CASE n.nspname WHEN 'pg_catalog' THEN '' ELSE quote_ident(n.nspname) || '.' END
                  FROM pg_catalog.pg_namespace n WHERE n.oid = opc.opcnamespace)
                || quote_ident(opc.opcname)
                || coalesce(' (' || (
                    SELECT string_agg(quote_ident(o.option_name) || '=' || quote_literal(o.option_value), ', ')
                    FROM pg_options_to_table(own.attoptions) o) || ')', '')
       END AS operator_class,
       coalesce(e.option & 1, 0) = 1 AS descending,
       coalesce(e.option & 2, 0) = 2 AS nulls_first
FROM unnest(?::oid[]) AS scope (oid)
JOIN pg_catalog.pg_index i ON i.indrelid = scope.oid
CROSS JOIN LATERAL unnest(i.indkey::int2[], i.indclass::oid[], i.indcollation::oid[], i.indoption::int2[])
    WITH ORDINALITY AS e (number, class, collated, option, position)
JOIN pg_catalog.pg_attribute own ON own.attrelid = i.indexrelid AND own.attnum = e.position
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = e.number AND e.number <> 0
LEFT JOIN pg_catalog.pg_opclass opc ON opc.oid = e.class
LEFT JOIN pg_catalog.pg_type kt ON kt.oid = coalesce(a.atttypid, own.atttypid)
LEFT JOIN LATERAL (SELECT CASE kt.typtype WHEN 'd' THEN kt.typbasetype ELSE kt.oid END) AS key (type) ON true
ORDER BY i.indexrelid, e.position
