CREATE TABLE t (a integer PRIMARY KEY, b text);
CREATE TABLE "Odd;Table" ("a""b" text DEFAULT E'it\'s;');
CREATE FUNCTION add_one(n integer) RETURNS integer LANGUAGE plpgsql AS $fn$
DECLARE
  result integer; -- a comment with ' in it
BEGIN
  EXECUTE $q$ SELECT $1 + 1; $q$ INTO result USING n;
  RETURN result;
END
$fn$;
DO $$
BEGIN
  INSERT INTO t VALUES (add_one(0), 'one;');
END
$$;
CREATE RULE twice AS ON INSERT TO "Odd;Table" DO ALSO (SELECT 1; SELECT 2);
COPY t (a, b) FROM stdin;
2	two;
3	\N
4	it's -- not a comment
\.
COPY t FROM stdin WITH (FORMAT csv);
5,"five
lines"
\.
INSERT INTO t VALUES (6, E'six\';'), (7, U&'seven\003B'), (8, /* ; */ 'eight' -- ;
);
SELECT 1 +/* ; */ 1, $$;$$, $é$;$é$, 5 OPERATOR(pg_catalog.-) 3;
