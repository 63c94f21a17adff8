SELECT a.attrelid::pg_catalog.int8, a.attnum, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
       a.attcollation::pg_catalog.int8, a.attnotnull, pg_catalog.pg_get_expr(d.adbin, d.adrelid),
       a.attidentity::pg_catalog.text, a.attgenerated::pg_catalog.text,
       t.typtype OPERATOR(pg_catalog.=) 'd'::pg_catalog."char",
       a.atttypid::pg_catalog.int8
  FROM pg_catalog.pg_attribute AS a
  JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) a.attrelid
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
  JOIN pg_catalog.pg_type AS t ON t.oid OPERATOR(pg_catalog.=) a.atttypid
  LEFT JOIN pg_catalog.pg_attrdef AS d
    ON d.adrelid OPERATOR(pg_catalog.=) a.attrelid AND d.adnum OPERATOR(pg_catalog.=) a.attnum
 WHERE a.attnum OPERATOR(pg_catalog.>) 0::pg_catalog.int2 AND NOT a.attisdropped
   AND c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p,f,m,v}'::pg_catalog."char"[])
   AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'
   AND (?::pg_catalog.text IS NULL OR c.oid OPERATOR(pg_catalog.=) ANY (?::pg_catalog.oid[]))
