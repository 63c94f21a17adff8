CREATE EXTENSION pg_trgm;
CREATE SCHEMA other;
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE DOMAIN code AS varchar(10);
CREATE COLLATION other.mine (provider = libc, locale = 'C');
CREATE TABLE t (
    a integer, b text, c varchar(10), d text[], e jsonb, f tsvector, g mood, h code, i inet, j cidr, k text COLLATE "C",
    l char(5), m int4range, n point, o name, p uuid, q timestamptz, r integer);
CREATE INDEX plain ON t (a, b DESC, c NULLS FIRST, g DESC NULLS LAST);
CREATE UNIQUE INDEX unique_one ON t (a) INCLUDE (b, c) WITH (deduplicate_items = off, fillfactor = 70);
CREATE INDEX partial ON t (a) WHERE b IS NOT NULL AND c = 'x';
CREATE INDEX expressions ON t (lower(b), (a + 1) DESC, (b || c), COALESCE(b, c), (a = 1), (e ->> 'x'));
CREATE INDEX collations ON t (b COLLATE "C", k COLLATE "POSIX", k, lower(b) COLLATE "C", c COLLATE other.mine);
CREATE INDEX classes ON t (b text_pattern_ops, c varchar_pattern_ops, l bpchar_pattern_ops, c, l, g, h, i, j, o, p, m);
CREATE INDEX with_gin ON t USING gin (d, e, f, b gin_trgm_ops);
CREATE INDEX with_paths ON t USING gin (e jsonb_path_ops) WITH (fastupdate = off);
CREATE INDEX with_gist ON t USING gist (m, n, b gist_trgm_ops (siglen = 32), i inet_ops);
CREATE INDEX with_hash ON t USING hash (b);
CREATE INDEX with_brin ON t USING brin (a, q timestamptz_minmax_ops) WITH (pages_per_range = 8);
CREATE INDEX with_spgist ON t USING spgist (n);
CREATE INDEX "Quoted ""one""" ON t ("a");
CREATE TABLE "Odd Table" ("Odd ""Column" text);
CREATE INDEX ON "Odd Table" ("Odd ""Column");
CREATE INDEX ON "Odd Table" (lower("Odd ""Column")) WHERE "Odd ""Column" <> '''';
