-- since: 14
CREATE TABLE t (a integer, b timestamptz, c text, d integer[]);
CREATE INDEX syntax ON t ((b AT TIME ZONE 'UTC'), (EXTRACT(epoch FROM b AT TIME ZONE 'UTC')), (c COLLATE "C"), (CAST(a AS bigint)), (d[1]));
CREATE INDEX blooming ON t USING brin (a int4_bloom_ops (n_distinct_per_range = 100));
CREATE INDEX carrying ON t USING spgist (c) INCLUDE (a);
