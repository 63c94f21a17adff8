-- Enum types whose arrays columns have, with defaults, checks, indexes, domains, composite types, functions and views.
-- state: arrays
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE pair AS (one mood[], other text);
CREATE TABLE person (id int PRIMARY KEY, moods mood[] NOT NULL DEFAULT '{ok}', last mood, grid mood[][],
    CONSTRAINT known CHECK (moods <@ ARRAY['sad', 'ok', 'happy']::mood[]), CONSTRAINT first CHECK (moods[1] <> 'sad' OR 'ok' = ANY (moods)));
CREATE INDEX person_moods ON person USING gin (moods);
CREATE FUNCTION best(mood[]) RETURNS mood LANGUAGE sql IMMUTABLE AS 'SELECT $1[1]';
CREATE VIEW moody AS SELECT id, moods, moods[1] AS first, 'ok' = ANY (moods) AS fine FROM person;
-- rows
INSERT INTO person VALUES (1, '{ok,happy}', 'ok', '{{ok,sad},{happy,ok}}'), (2, '{}', NULL, NULL), (3, '{ok}', 'happy', '{}'), (4, '{ok,ok}', 'happy', '{{NULL}}');
-- state: a value is added
CREATE TYPE mood AS ENUM ('sad', 'meh', 'ok', 'happy');
CREATE TYPE pair AS (one mood[], other text);
CREATE TABLE person (id int PRIMARY KEY, moods mood[] NOT NULL DEFAULT '{ok}', last mood, grid mood[][],
    CONSTRAINT known CHECK (moods <@ ARRAY['sad', 'meh', 'ok', 'happy']::mood[]), CONSTRAINT first CHECK (moods[1] <> 'sad' OR 'ok' = ANY (moods)));
CREATE INDEX person_moods ON person USING gin (moods);
CREATE FUNCTION best(mood[]) RETURNS mood LANGUAGE sql IMMUTABLE AS 'SELECT $1[1]';
CREATE VIEW moody AS SELECT id, moods, moods[1] AS first, 'ok' = ANY (moods) AS fine FROM person;
-- rows
INSERT INTO person VALUES (1, '{ok,happy}', 'ok', '{{ok,sad},{happy,ok}}'), (2, '{}', NULL, NULL), (3, '{ok}', 'happy', '{}'), (4, '{ok,ok}', 'happy', '{{NULL}}');
-- state: two are removed
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE pair AS (one mood[], other text);
CREATE TABLE person (id int PRIMARY KEY, moods mood[] NOT NULL DEFAULT '{ok}', last mood, grid mood[][],
    CONSTRAINT known CHECK (moods <@ ARRAY['ok', 'happy']::mood[]), CONSTRAINT first CHECK (moods[1] <> 'sad' OR 'ok' = ANY (moods)));
CREATE INDEX person_moods ON person USING gin (moods);
CREATE FUNCTION best(mood[]) RETURNS mood LANGUAGE sql IMMUTABLE AS 'SELECT $1[1]';
CREATE VIEW moody AS SELECT id, moods, moods[1] AS first, 'ok' = ANY (moods) AS fine FROM person;
-- rows
INSERT INTO person VALUES (1, '{ok,happy}', 'ok', '{{ok,sad},{happy,ok}}'), (2, '{}', NULL, NULL), (3, '{ok}', 'happy', '{}'), (4, '{ok,ok}', 'happy', '{{NULL}}');
-- state: another name of the type
CREATE TYPE feeling AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE pair AS (one feeling[], other text);
CREATE TABLE person (id int PRIMARY KEY, moods feeling[] NOT NULL DEFAULT '{ok}', last feeling, grid feeling[][],
    CONSTRAINT known CHECK (moods <@ ARRAY['ok', 'happy']::feeling[]), CONSTRAINT first CHECK (moods[1] <> 'sad' OR 'ok' = ANY (moods)));
CREATE INDEX person_moods ON person USING gin (moods);
CREATE FUNCTION best(feeling[]) RETURNS feeling LANGUAGE sql IMMUTABLE AS 'SELECT $1[1]';
CREATE VIEW moody AS SELECT id, moods, moods[1] AS first, 'ok' = ANY (moods) AS fine FROM person;
-- state: domains over arrays
CREATE TYPE feeling AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN feelings AS feeling[] CHECK (VALUE <> '{}') DEFAULT '{ok}';
CREATE TABLE other (id int, f feelings, g feelings[], h feelings DEFAULT '{happy}');
-- rows
INSERT INTO other VALUES (1, '{ok,happy}', ARRAY[ARRAY['ok']::feelings], '{ok}');
-- state: whose type loses a value
CREATE TYPE feeling AS ENUM ('ok', 'happy');
CREATE DOMAIN feelings AS feeling[] CHECK (VALUE <> '{}') DEFAULT '{ok}';
CREATE TABLE other (id int, f feelings, g feelings[], h feelings DEFAULT '{happy}');
-- rows
INSERT INTO other VALUES (1, '{ok,happy}', ARRAY[ARRAY['ok']::feelings], '{ok}');
-- state: texts
CREATE TABLE other (id int, f text[] DEFAULT '{ok}', g text[], h varchar(20)[]);
-- rows
INSERT INTO other VALUES (1, '{ok,happy}', '{}', '{ok}'), (2, NULL, '{NULL}', '{{ok,ok},{ok,happy}}');
-- state: enums in place of texts
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE other (id int, f mood[] DEFAULT '{ok}', g mood[], h mood[] DEFAULT ARRAY['ok', 'happy']::mood[]);
-- state: arrays with unique keys, in partitions and children
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE log (id int, moods mood[] DEFAULT '{ok}', UNIQUE (id, moods)) PARTITION BY RANGE (id);
CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM (0) TO (10);
CREATE TABLE base (id int, moods mood[] DEFAULT '{ok}');
CREATE TABLE child (more mood[] DEFAULT '{sad}') INHERITS (base);
-- rows
INSERT INTO log VALUES (1, '{ok,happy}'), (2, '{}');
INSERT INTO child VALUES (1, '{ok}', NULL);
-- state: lose a value
CREATE TYPE mood AS ENUM ('ok', 'happy');
CREATE TABLE log (id int, moods mood[] DEFAULT '{ok}', UNIQUE (id, moods)) PARTITION BY RANGE (id);
CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM (0) TO (10);
CREATE TABLE base (id int, moods mood[] DEFAULT '{ok}');
CREATE TABLE child (more mood[] DEFAULT '{happy}') INHERITS (base);
-- rows
INSERT INTO log VALUES (1, '{ok,happy}'), (2, '{}');
INSERT INTO child VALUES (1, '{ok}', NULL);
-- state: get one at another place
CREATE TYPE mood AS ENUM ('great', 'ok', 'happy');
CREATE TABLE log (id int, moods mood[] DEFAULT '{great,ok}', UNIQUE (id, moods)) PARTITION BY RANGE (id);
CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM (0) TO (10);
CREATE TABLE base (id int, moods mood[] DEFAULT '{ok}');
CREATE TABLE child (more mood[] DEFAULT '{happy}') INHERITS (base);
-- state: none
CREATE TABLE base (id int);
-- state: scalars
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE pair AS (one mood, other text);
CREATE TABLE person (id int PRIMARY KEY, one mood DEFAULT 'ok', many mood[] DEFAULT '{ok}', CHECK (one <> 'sad'), CHECK (many <@ ARRAY['ok']::mood[]));
CREATE INDEX person_one ON person (one);
CREATE VIEW moody AS SELECT one, many FROM person;
-- state: arrays in their place, of a type without a value
CREATE TYPE mood AS ENUM ('ok', 'happy');
CREATE TYPE pair AS (one mood[], other text);
CREATE TABLE person (id int PRIMARY KEY, one mood[] DEFAULT '{ok}', many mood DEFAULT 'happy', CHECK (one <> '{}'), CHECK (many = 'happy'));
CREATE INDEX person_one ON person USING gin (one);
CREATE VIEW moody AS SELECT one, many FROM person;
