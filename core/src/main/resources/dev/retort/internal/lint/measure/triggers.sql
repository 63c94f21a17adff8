SELECT t.tgrelid::pg_catalog.int8, t.tgname, t.tgenabled::pg_catalog.text
  FROM pg_catalog.pg_trigger AS t
 WHERE NOT t.tgisinternal
   AND (?::pg_catalog.text IS NULL OR t.tgrelid OPERATOR(pg_catalog.=) ANY (?::pg_catalog.oid[]))
