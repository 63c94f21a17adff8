-- Generated columns, and what they are computed from.
-- state: computed
CREATE TABLE line (id int, price int, amount int, total int GENERATED ALWAYS AS (price * amount) STORED);
-- rows
INSERT INTO line VALUES (1, 3, 4), (2, 5, 6);
-- state: plain, over other types
CREATE TABLE line (id int, price bigint, amount bigint, total int DEFAULT 0);
-- rows
INSERT INTO line VALUES (1, 3, 4, 12);
-- state: computed again
CREATE TABLE line (id int, price bigint, amount bigint, total bigint GENERATED ALWAYS AS (price * amount) STORED);
-- rows
INSERT INTO line VALUES (1, 3, 4);
-- state: plain, and what it was computed from is gone
CREATE TABLE line (id int, total bigint NOT NULL);
CREATE INDEX line_total_ix ON line (total);
-- state: by a function
CREATE FUNCTION area(w int, h int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT w * h';
CREATE TABLE tile (w int, h int, area int GENERATED ALWAYS AS (area(w, h)) STORED, CHECK (area > 0));
CREATE VIEW tiles AS SELECT area FROM tile;
CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';
CREATE TABLE board (n int, n2 int GENERATED ALWAYS AS (twice(n)) STORED, n4 int GENERATED ALWAYS AS (twice(twice(n))) STORED);
COMMENT ON COLUMN board.n2 IS 'twice';
-- rows
INSERT INTO tile VALUES (2, 3);
INSERT INTO board VALUES (5);
-- state: the function has other arguments, the column is plain
CREATE FUNCTION area(width int, height int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT width * height';
CREATE TABLE tile (w int, h int, area int, CHECK (area > 0));
CREATE VIEW tiles AS SELECT area FROM tile;
CREATE TABLE board (n int, n2 int NOT NULL DEFAULT 1, n4 bigint);
COMMENT ON COLUMN board.n2 IS 'twice';
-- rows
INSERT INTO tile VALUES (2, 3, 6);
-- state: the column is gone and its base has another type
CREATE TABLE tile (w numeric, h smallint);
-- state: two that are computed, from enum types
CREATE TYPE side AS ENUM ('front', 'back');
CREATE TABLE tile (w numeric, h smallint, s side, s_text text GENERATED ALWAYS AS (CASE s WHEN 'front' THEN 'f' ELSE 'b' END) STORED);
-- state: a value less, no column
CREATE TYPE side AS ENUM ('front');
CREATE TABLE tile (w numeric, h smallint, s side);
-- state: inherited ones
CREATE TABLE tile (w int, w2 int GENERATED ALWAYS AS (w * 2) STORED);
CREATE TABLE big_tile (extra int) INHERITS (tile);
-- rows
INSERT INTO big_tile (w, extra) VALUES (4, 1);
INSERT INTO tile (w) VALUES (3);
-- state: plain in parent and child
CREATE TABLE tile (w bigint, w2 int);
CREATE TABLE big_tile (extra int) INHERITS (tile);
