-- Indexes of partitioned tables.
-- state: one that only the parent has
CREATE TABLE run (id int, day date) PARTITION BY RANGE (day);
CREATE TABLE run_1 PARTITION OF run FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE INDEX run_ix ON ONLY run (id);
CREATE UNIQUE INDEX run_1_ix ON run_1 (id);
-- state: that all have
CREATE TABLE run (id int, day date) PARTITION BY RANGE (day);
CREATE TABLE run_1 PARTITION OF run FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE INDEX run_ix ON run (id);
CREATE UNIQUE INDEX run_1_ix ON run_1 (id);
-- state: none
CREATE TABLE run (id int, day date) PARTITION BY RANGE (day);
CREATE TABLE run_1 PARTITION OF run FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE UNIQUE INDEX run_1_ix ON run_1 (id);
-- state: as pg_dump writes it
CREATE TABLE run (id int, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE run_1 (id int, day date NOT NULL);
ALTER TABLE ONLY run ATTACH PARTITION run_1 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE INDEX run_ix ON ONLY run (id);
CREATE INDEX run_1_id_idx ON run_1 (id);
ALTER INDEX run_ix ATTACH PARTITION run_1_id_idx;
CREATE UNIQUE INDEX run_1_ix ON run_1 (id);
