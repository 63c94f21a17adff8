-- Rules, extended statistics, aggregates and collations.
-- state: one of each
CREATE TABLE note (id int PRIMARY KEY, topic text, body text);
CREATE RULE keep AS ON DELETE TO note DO INSTEAD NOTHING;
COMMENT ON RULE keep ON note IS 'nothing is deleted';
CREATE STATISTICS note_pair (dependencies, ndistinct) ON topic, body FROM note;
CREATE FUNCTION longer(a text, b text) RETURNS text LANGUAGE sql IMMUTABLE AS
    $$ SELECT CASE WHEN length(a) > length(b) THEN a ELSE b END $$;
CREATE AGGREGATE longest(text) (SFUNC = longer, STYPE = text, INITCOND = 'it''s', PARALLEL = safe);
COMMENT ON AGGREGATE longest(text) IS 'the longest';
CREATE VIEW longest_notes AS SELECT topic, longest(body) AS body FROM note GROUP BY topic;
CREATE RULE insert_there AS ON INSERT TO longest_notes DO INSTEAD INSERT INTO note (topic, body) VALUES (new.topic, new.body);
CREATE COLLATION by_bytes (LC_COLLATE = 'C', LC_CTYPE = 'C');
CREATE TABLE sorted (name text COLLATE by_bytes);
-- rows
INSERT INTO note VALUES (1, 'a', 'b');
-- state: other types and definitions, and a rule that is off
CREATE TABLE note (id bigint PRIMARY KEY, topic varchar(40), body text);
CREATE RULE keep AS ON DELETE TO note WHERE old.id > 5 DO INSTEAD NOTHING;
ALTER TABLE note DISABLE RULE keep;
CREATE STATISTICS note_pair (mcv) ON topic, body FROM note;
ALTER STATISTICS note_pair SET STATISTICS 500;
CREATE FUNCTION longer(x text, y text) RETURNS text LANGUAGE sql IMMUTABLE AS
    $$ SELECT CASE WHEN length(x) > length(y) THEN x ELSE y END $$;
CREATE AGGREGATE longest(text) (SFUNC = longer, STYPE = text);
GRANT EXECUTE ON FUNCTION longest(text) TO anon;
CREATE VIEW longest_notes AS SELECT topic, longest(body) AS body FROM note GROUP BY topic;
CREATE RULE insert_there AS ON INSERT TO longest_notes DO INSTEAD INSERT INTO note (topic, body) VALUES (new.topic, new.body);
CREATE TABLE sorted (name text);
-- state: a column less, and of what it was part of
CREATE TABLE note (id bigint PRIMARY KEY, body text, size int);
CREATE STATISTICS note_pair ON body, size FROM note;
CREATE RULE mirror AS ON UPDATE TO note DO ALSO NOTIFY notes;
ALTER TABLE note ENABLE ALWAYS RULE mirror;
CREATE FUNCTION add_up(sum numeric, weight float8, n numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS
    $$ SELECT sum + weight::numeric * n $$;
CREATE AGGREGATE weighted(float8, numeric) (SFUNC = add_up, STYPE = numeric, INITCOND = '0');
CREATE AGGREGATE how_many(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
-- state: nothing of that
CREATE TABLE note (id bigint PRIMARY KEY, body text, size int);
-- state: over functions whose arguments have other names
CREATE TABLE note (id bigint PRIMARY KEY, body text, size int);
CREATE FUNCTION big(s int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT s > 10';
CREATE RULE no_big AS ON INSERT TO note WHERE big(new.size) DO INSTEAD NOTHING;
-- state: other names
CREATE TABLE note (id bigint PRIMARY KEY, body text, size bigint);
CREATE FUNCTION big(size int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT size > 10';
CREATE RULE no_big AS ON INSERT TO note WHERE big(new.size::int) DO INSTEAD NOTHING;
