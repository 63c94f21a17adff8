SELECT k.oid::pg_catalog.int8, n.nspname, t.typname, k.conname, k.convalidated,
       pg_catalog.pg_get_constraintdef(k.oid)
  FROM pg_catalog.pg_constraint AS k
  JOIN pg_catalog.pg_type AS t ON t.oid OPERATOR(pg_catalog.=) k.contypid
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) t.typnamespace
 WHERE n.nspname OPERATOR(pg_catalog.<>) 'information_schema'
   AND k.contype OPERATOR(pg_catalog.=) 'c'::pg_catalog."char"
