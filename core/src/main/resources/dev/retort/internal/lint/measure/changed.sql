WITH base AS (SELECT pg_catalog.age(?::pg_catalog.text::pg_catalog.xid) AS age)
SELECT c.oid::pg_catalog.int8
  FROM pg_catalog.pg_class AS c CROSS JOIN base
 WHERE c.oid OPERATOR(pg_catalog.>=) 16384::pg_catalog.oid AND pg_catalog.age(c.xmin) OPERATOR(pg_catalog.<=) base.age
UNION
SELECT a.attrelid::pg_catalog.int8
  FROM pg_catalog.pg_attribute AS a CROSS JOIN base
 WHERE pg_catalog.age(a.xmin) OPERATOR(pg_catalog.<=) base.age
UNION
SELECT d.adrelid::pg_catalog.int8
  FROM pg_catalog.pg_attrdef AS d CROSS JOIN base
 WHERE pg_catalog.age(d.xmin) OPERATOR(pg_catalog.<=) base.age
UNION
SELECT k.conrelid::pg_catalog.int8
  FROM pg_catalog.pg_constraint AS k CROSS JOIN base
 WHERE pg_catalog.age(k.xmin) OPERATOR(pg_catalog.<=) base.age
UNION
SELECT i.indexrelid::pg_catalog.int8
  FROM pg_catalog.pg_index AS i CROSS JOIN base
 WHERE pg_catalog.age(i.xmin) OPERATOR(pg_catalog.<=) base.age
UNION
SELECT t.tgrelid::pg_catalog.int8
  FROM pg_catalog.pg_trigger AS t CROSS JOIN base
 WHERE pg_catalog.age(t.xmin) OPERATOR(pg_catalog.<=) base.age
UNION
SELECT r.ev_class::pg_catalog.int8
  FROM pg_catalog.pg_rewrite AS r CROSS JOIN base
 WHERE r.oid OPERATOR(pg_catalog.>=) 16384::pg_catalog.oid AND pg_catalog.age(r.xmin) OPERATOR(pg_catalog.<=) base.age
UNION
SELECT p.polrelid::pg_catalog.int8
  FROM pg_catalog.pg_policy AS p CROSS JOIN base
 WHERE pg_catalog.age(p.xmin) OPERATOR(pg_catalog.<=) base.age
UNION
SELECT h.inhrelid::pg_catalog.int8
  FROM pg_catalog.pg_inherits AS h CROSS JOIN base
 WHERE pg_catalog.age(h.xmin) OPERATOR(pg_catalog.<=) base.age
UNION
SELECT d.objoid::pg_catalog.int8
  FROM pg_catalog.pg_description AS d CROSS JOIN base
 WHERE pg_catalog.age(d.xmin) OPERATOR(pg_catalog.<=) base.age
   AND d.classoid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid
