-- What a partition has for itself: indexes, constraints, storage, policies, privileges, comments, its replica identity.
-- state: before
CREATE TABLE reading (id int NOT NULL, at date NOT NULL, note text) PARTITION BY RANGE (at);
CREATE TABLE reading_20 PARTITION OF reading FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE reading_21 PARTITION OF reading FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') PARTITION BY LIST (id);
CREATE TABLE reading_21_1 PARTITION OF reading_21 FOR VALUES IN (1, 2);
GRANT SELECT ON reading TO retort_keeper;
-- rows
INSERT INTO reading VALUES (1, '2020-02-02', 'x'), (2, '2021-02-02', 'y');
-- state: indexes and constraints
CREATE TABLE reading (id int NOT NULL, at date NOT NULL, note text) PARTITION BY RANGE (at);
CREATE TABLE reading_20 PARTITION OF reading FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE reading_21 PARTITION OF reading FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') PARTITION BY LIST (id);
CREATE TABLE reading_21_1 PARTITION OF reading_21 FOR VALUES IN (1, 2);
GRANT SELECT ON reading TO retort_keeper;
CREATE INDEX ix_note_20 ON reading_20 (note);
CREATE UNIQUE INDEX ux_id_20 ON reading_20 (id);
ALTER TABLE reading_20 REPLICA IDENTITY USING INDEX ux_id_20;
ALTER TABLE reading_21_1 REPLICA IDENTITY FULL, ADD CONSTRAINT ck_note CHECK (note <> ''), ADD CONSTRAINT uq_at UNIQUE (at),
    ADD CONSTRAINT fk_self FOREIGN KEY (at) REFERENCES reading_21_1 (at);
ALTER TABLE reading_21 ADD CONSTRAINT uq_id_at UNIQUE (id, at);
-- state: storage, policies, privileges and comments
CREATE TABLE reading (id int NOT NULL, at date NOT NULL, note text) PARTITION BY RANGE (at);
CREATE TABLE reading_20 PARTITION OF reading FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') WITH (fillfactor = 70);
CREATE TABLE reading_21 PARTITION OF reading FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') PARTITION BY LIST (id);
CREATE TABLE reading_21_1 PARTITION OF reading_21 FOR VALUES IN (1, 2);
CREATE UNIQUE INDEX ux_reading ON reading (id, at);
ALTER TABLE reading_20 REPLICA IDENTITY USING INDEX reading_20_id_at_idx;
ALTER TABLE reading_21_1 REPLICA IDENTITY NOTHING;
ALTER TABLE reading_20 ENABLE ROW LEVEL SECURITY, ALTER COLUMN note SET STORAGE EXTERNAL, ALTER COLUMN note SET STATISTICS 50;
CREATE POLICY own ON reading_20 USING (id > 0);
COMMENT ON TABLE reading_20 IS 'the first';
COMMENT ON COLUMN reading_20.note IS 'a note';
GRANT SELECT ON reading_20 TO retort_keeper;
-- state: columns of the parent change
CREATE TABLE reading (id int NOT NULL, at date NOT NULL, note varchar(50), extra text DEFAULT 'p') PARTITION BY RANGE (at);
CREATE TABLE reading_20 PARTITION OF reading FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') WITH (fillfactor = 70);
CREATE TABLE reading_21 PARTITION OF reading FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') PARTITION BY LIST (id);
CREATE TABLE reading_21_1 PARTITION OF reading_21 FOR VALUES IN (1, 2);
ALTER TABLE reading ALTER COLUMN note SET STATISTICS 70, ALTER COLUMN note SET STORAGE MAIN;
ALTER TABLE reading_20 ALTER COLUMN note SET STATISTICS 80, ALTER COLUMN extra SET DEFAULT 'c', ALTER COLUMN extra SET NOT NULL;
CREATE INDEX ix_note_20 ON reading_20 (note) WHERE note <> '';
CREATE INDEX ix_extra_20 ON reading_20 (extra);
COMMENT ON COLUMN reading_20.extra IS 'more';
GRANT SELECT ON reading TO retort_keeper;
-- state: and change again
CREATE TABLE reading (id int NOT NULL, at date NOT NULL, size int) PARTITION BY RANGE (at);
CREATE TABLE reading_20 PARTITION OF reading FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE reading_21 PARTITION OF reading FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') PARTITION BY LIST (id);
CREATE TABLE reading_21_1 PARTITION OF reading_21 FOR VALUES IN (1, 2);
CREATE INDEX ix_size_20 ON reading_20 (size);
GRANT SELECT ON reading TO retort_keeper;
