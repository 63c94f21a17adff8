-- Indexes of partitions that are attached to indexes of the table above have their own names and comments.
CREATE TABLE reading (id int NOT NULL, at date NOT NULL, note text) PARTITION BY RANGE (at);
CREATE TABLE reading_20 PARTITION OF reading FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE reading_21 PARTITION OF reading FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') PARTITION BY LIST (id);
CREATE TABLE reading_21_1 PARTITION OF reading_21 FOR VALUES IN (1, 2);
-- state: before
-- rows
INSERT INTO reading VALUES (1, '2020-02-02', 'x'), (2, '2021-02-02', 'y');
-- state: names that are set
CREATE UNIQUE INDEX ids_of_20 ON reading_20 (id, at);
CREATE UNIQUE INDEX ids_of_21_1 ON reading_21_1 (id, at);
CREATE UNIQUE INDEX ux_reading ON reading (id, at);
CREATE INDEX ix_lower ON reading (lower(note), id);
ALTER INDEX reading_20_lower_id_idx RENAME TO lower_of_20;
COMMENT ON INDEX ids_of_20 IS 'own';
COMMENT ON INDEX reading_21_1_lower_id_idx IS 'usual';
ALTER TABLE reading_20 REPLICA IDENTITY USING INDEX ids_of_20;
ALTER TABLE reading_21_1 CLUSTER ON ids_of_21_1;
-- state: other names, and the usual ones
CREATE UNIQUE INDEX ux_of_20 ON reading_20 (id, at);
CREATE UNIQUE INDEX ux_all ON reading (id, at);
CREATE INDEX ix_lower ON reading (lower(note), id);
ALTER INDEX reading_21_id_at_idx RENAME TO ux_of_21;
ALTER TABLE reading_21_1 CLUSTER ON reading_21_1_id_at_idx;
-- state: keys instead
ALTER TABLE reading_20 ADD CONSTRAINT pk_of_20 PRIMARY KEY (id, at);
ALTER TABLE reading_21 ADD CONSTRAINT pk_of_21 PRIMARY KEY (id, at);
ALTER TABLE reading ADD CONSTRAINT pk_reading PRIMARY KEY (id, at);
ALTER TABLE reading_21_1 ADD CONSTRAINT uq_of_21_1 UNIQUE (at, id);
ALTER TABLE reading ADD CONSTRAINT uq_reading UNIQUE (at, id);
-- state: a new partition
CREATE TABLE reading_22 PARTITION OF reading FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
ALTER TABLE reading_20 ADD CONSTRAINT pk_of_20 PRIMARY KEY (id, at);
ALTER TABLE reading_21 ADD CONSTRAINT pk_of_21 PRIMARY KEY (id, at);
ALTER TABLE reading_22 ADD CONSTRAINT pk_of_22 PRIMARY KEY (id, at);
ALTER TABLE reading ADD CONSTRAINT pk_reading PRIMARY KEY (id, at);
COMMENT ON INDEX pk_of_22 IS 'new';
CREATE INDEX notes_of_22 ON reading_22 (note);
CREATE INDEX ix_note ON reading (note);
-- state: separate
ALTER TABLE reading_20 ADD CONSTRAINT pk_of_20 PRIMARY KEY (id, at);
CREATE INDEX ix_note_20 ON reading_20 (note);
-- state: attached
ALTER TABLE reading_20 ADD CONSTRAINT pk_of_20 PRIMARY KEY (id, at);
ALTER TABLE reading ADD CONSTRAINT pk_reading PRIMARY KEY (id, at);
CREATE INDEX ix_note_20 ON reading_20 (note);
CREATE INDEX ix_note ON reading (note);
-- state: over another type
DROP TABLE reading;
CREATE TABLE reading (id int NOT NULL, at date NOT NULL, note varchar(40)) PARTITION BY RANGE (at);
CREATE TABLE reading_20 PARTITION OF reading FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE reading_21 PARTITION OF reading FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') PARTITION BY LIST (id);
CREATE TABLE reading_21_1 PARTITION OF reading_21 FOR VALUES IN (1, 2);
ALTER TABLE reading_20 ADD CONSTRAINT pk_of_20 PRIMARY KEY (id, at);
ALTER TABLE reading ADD CONSTRAINT pk_reading PRIMARY KEY (id, at);
CREATE INDEX ix_note_20 ON reading_20 (note);
CREATE INDEX ix_note ON reading (note);
