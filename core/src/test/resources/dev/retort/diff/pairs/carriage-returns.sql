-- Bodies, comments and constants that were written on Windows.
-- state: plain
CREATE TYPE mood AS ENUM ('fine');
CREATE TABLE note (id int PRIMARY KEY, text text NOT NULL DEFAULT '', kind text);
CREATE FUNCTION words(text text) RETURNS int LANGUAGE sql IMMUTABLE AS $$
    SELECT cardinality(string_to_array(text, ' '))
$$;
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RETURN NEW;
END
$$;
CREATE TRIGGER stamp BEFORE INSERT ON note FOR EACH ROW EXECUTE FUNCTION stamp();
-- rows
INSERT INTO note VALUES (1, 'a b');
-- state: with carriage returns
DO $make$
BEGIN
    EXECUTE E'CREATE TYPE mood AS ENUM (''fine'', ''so\r\nso'')';
    EXECUTE E'CREATE TABLE note (id int PRIMARY KEY, text text NOT NULL DEFAULT ''a\r\n\\b'', kind text CHECK (kind <> ''it''''s\r''))';
    EXECUTE E'COMMENT ON COLUMN note.text IS ''one\r\ntwo''';
    EXECUTE E'CREATE FUNCTION words(text text) RETURNS int LANGUAGE sql IMMUTABLE AS $$\r\n    SELECT cardinality(string_to_array(text, E''\\r\\n''))\r\n$$';
    EXECUTE E'COMMENT ON FUNCTION words(text) IS ''counts\r''';
    EXECUTE E'CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$\r\nBEGIN\r\n    RETURN NEW;\r\nEND\r\n$$';
    EXECUTE E'CREATE FUNCTION fresh(at text DEFAULT ''\r'') RETURNS text LANGUAGE plpgsql AS $$\rBEGIN\r    RETURN at;\rEND\r$$';
    EXECUTE E'CREATE INDEX note_kind_ix ON note (kind) WHERE kind = ''a\r\nb''';
    EXECUTE E'CREATE VIEW windows AS SELECT id, ''line\r\n'' || text AS line FROM note';
    EXECUTE E'CREATE TRIGGER stamp BEFORE INSERT ON note FOR EACH ROW WHEN (new.kind = ''\r'') EXECUTE FUNCTION stamp()';
END
$make$;
-- state: other bodies, which had them before
CREATE TYPE mood AS ENUM ('fine');
CREATE TABLE note (id int PRIMARY KEY, text text NOT NULL DEFAULT 'a', kind text);
CREATE FUNCTION words(text text) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT 1 $$;
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.kind := 'x'; RETURN NEW; END $$;
CREATE TRIGGER stamp BEFORE INSERT ON note FOR EACH ROW EXECUTE FUNCTION stamp();
