-- since: 18
-- Virtual generated columns, which have values only once they are plain ones.
-- state: virtual
CREATE TABLE line (id int PRIMARY KEY, price int, amount int, total int GENERATED ALWAYS AS (price * amount) VIRTUAL, CHECK (total > 0));
COMMENT ON COLUMN line.total IS 'what it costs';
CREATE VIEW lines AS SELECT id, total FROM line;
-- rows
INSERT INTO line VALUES (1, 3, 4), (2, 5, 6);
-- state: plain, of another type, and what it was computed from is gone
CREATE TABLE line (id int PRIMARY KEY, amount int, total bigint NOT NULL DEFAULT 7, CHECK (total > 0));
CREATE INDEX line_total_ix ON line (total);
CREATE VIEW lines AS SELECT id, total FROM line;
-- rows
INSERT INTO line VALUES (1, 4, 12);
-- state: virtual in a parent, a partitioned table
CREATE TABLE tile (w int, w2 int GENERATED ALWAYS AS (w * 2) VIRTUAL);
CREATE TABLE big_tile (extra int) INHERITS (tile);
CREATE TABLE event (at int, day int GENERATED ALWAYS AS (at / 10) VIRTUAL) PARTITION BY RANGE (at);
CREATE TABLE event_1 PARTITION OF event FOR VALUES FROM (0) TO (100);
CREATE TABLE event_2 PARTITION OF event DEFAULT;
-- rows
INSERT INTO big_tile (w, extra) VALUES (4, 1);
INSERT INTO tile (w) VALUES (3);
INSERT INTO event VALUES (55), (155);
-- state: plain in parent and child
CREATE TABLE tile (w int, w2 int);
CREATE TABLE big_tile (extra int) INHERITS (tile);
CREATE TABLE event (at int, day int NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE event_1 PARTITION OF event FOR VALUES FROM (0) TO (100);
CREATE TABLE event_2 PARTITION OF event DEFAULT;
