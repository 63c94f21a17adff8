WITH base AS (SELECT pg_catalog.age(?::pg_catalog.text::pg_catalog.xid) AS age)
SELECT EXISTS (SELECT FROM pg_catalog.pg_namespace AS n
                WHERE pg_catalog.age(n.xmin) OPERATOR(pg_catalog.<=) base.age)
    OR EXISTS (SELECT FROM pg_catalog.pg_type AS t
                WHERE pg_catalog.age(t.xmin) OPERATOR(pg_catalog.<=) base.age
                  AND t.typrelid OPERATOR(pg_catalog.=) 0::pg_catalog.oid
                  AND t.typcategory OPERATOR(pg_catalog.<>) 'A'::pg_catalog."char")
    OR EXISTS (SELECT FROM pg_catalog.pg_proc AS p
                WHERE pg_catalog.age(p.xmin) OPERATOR(pg_catalog.<=) base.age)
    OR EXISTS (SELECT FROM pg_catalog.pg_operator AS o
                WHERE pg_catalog.age(o.xmin) OPERATOR(pg_catalog.<=) base.age)
    OR EXISTS (SELECT FROM pg_catalog.pg_opclass AS o
                WHERE pg_catalog.age(o.xmin) OPERATOR(pg_catalog.<=) base.age)
    OR EXISTS (SELECT FROM pg_catalog.pg_collation AS c
                WHERE pg_catalog.age(c.xmin) OPERATOR(pg_catalog.<=) base.age)
  FROM base
