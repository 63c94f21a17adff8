-- Columns of tables and views, attributes of composite types, each in its order. A default speaks of no column, so it is
-- rendered without its table, which the server would have to open for it.
SELECT a.attrelid AS relation, a.attnum AS number, a.attname AS name,
       format_type(a.atttypid, a.atttypmod) AS type,
       CASE WHEN a.attcollation <> t.typcollation THEN
           (SELECT CASE cn.nspname WHEN 'pg_catalog' THEN '' ELSE quote_ident(cn.nspname) || '.' END
                || quote_ident(co.collname)
            FROM pg_catalog.pg_collation co
            JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
            WHERE co.oid = a.attcollation)
       END AS collation,
       a.attnotnull AS not_null,
       {since 18: CASE WHEN required.conislocal THEN required.conname END else: NULL::text} AS not_null_name,
       {since 18: coalesce(required.connoinherit, false) else: false} AS not_null_no_inherit,
       {since 18: coalesce(required.convalidated, true) else: true} AS not_null_validated,
       pg_get_expr(ad.adbin, CASE a.attgenerated WHEN '' THEN 0 ELSE ad.adrelid END) AS expression,
       a.attgenerated AS generated,
       a.attidentity AS identity,
       CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END AS storage,
       {since 14: a.attcompression else: ''} AS compression,
       nullif(a.attstattarget, -1) AS statistics,
       a.attoptions AS options,
       a.attinhcount > 0 AND NOT a.attislocal AS inherited
FROM unnest(?::oid[]) AS scope (oid)
JOIN pg_catalog.pg_attribute a ON a.attrelid = scope.oid
JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_catalog.pg_attrdef ad ON a.atthasdef AND ad.adrelid = a.attrelid AND ad.adnum = a.attnum
{since 18: LEFT JOIN pg_catalog.pg_constraint required
    ON required.conrelid = a.attrelid AND required.contype = 'n' AND required.conkey[1] = a.attnum else: }
WHERE a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum
