SELECT k.conrelid::pg_catalog.int8, k.oid::pg_catalog.int8, k.conname, k.contype::pg_catalog.text, k.convalidated,
       k.confrelid::pg_catalog.int8, k.conindid::pg_catalog.int8, k.conkey::pg_catalog.text,
       pg_catalog.pg_get_constraintdef(k.oid)
  FROM pg_catalog.pg_constraint AS k
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) k.connamespace
 WHERE k.conrelid OPERATOR(pg_catalog.<>) 0::pg_catalog.oid
   AND k.conparentid OPERATOR(pg_catalog.=) 0::pg_catalog.oid
   AND k.contype OPERATOR(pg_catalog.=) ANY ('{p,u,x,f,c,n}'::pg_catalog."char"[])
   AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'
   AND (?::pg_catalog.text IS NULL OR k.conrelid OPERATOR(pg_catalog.=) ANY (?::pg_catalog.oid[]))
