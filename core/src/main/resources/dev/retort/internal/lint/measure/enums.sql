SELECT t.oid::pg_catalog.int8, n.nspname, t.typname, e.oid::pg_catalog.int8, e.enumlabel
  FROM pg_catalog.pg_enum AS e
  JOIN pg_catalog.pg_type AS t ON t.oid OPERATOR(pg_catalog.=) e.enumtypid
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) t.typnamespace
