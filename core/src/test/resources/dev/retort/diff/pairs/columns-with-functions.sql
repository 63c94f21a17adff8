-- Columns whose defaults call functions of the same script, and what is over them.
-- state: nothing but a table
CREATE TABLE site (id int PRIMARY KEY);
CREATE TABLE hub (id int PRIMARY KEY);
-- rows
INSERT INTO site VALUES (1);
-- state: a key, an index and a check
CREATE SEQUENCE marks;
CREATE FUNCTION next_mark() RETURNS text LANGUAGE sql AS $$ SELECT 'm' || nextval('marks') $$;
CREATE FUNCTION short(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT left(t, 3) $$;
CREATE TABLE hub (id int PRIMARY KEY);
CREATE TABLE site (id int PRIMARY KEY, mark text DEFAULT next_mark() NOT NULL, home int,
    CONSTRAINT site_mark_key UNIQUE (mark), CONSTRAINT site_mark_check CHECK (mark <> ''),
    brief text GENERATED ALWAYS AS (short(mark)) STORED);
CREATE INDEX site_brief_ix ON site (brief);
CREATE INDEX site_short_ix ON site (short(mark));
-- rows
INSERT INTO site (id) VALUES (1), (2);
-- state: another result, and a foreign key to a new column
CREATE SEQUENCE marks;
CREATE FUNCTION next_mark() RETURNS bigint LANGUAGE sql AS $$ SELECT nextval('marks') $$;
CREATE FUNCTION short(t text) RETURNS varchar LANGUAGE sql IMMUTABLE AS $$ SELECT left(t, 4) $$;
CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT $1 * 2 $$;
CREATE TABLE hub (id int PRIMARY KEY, code bigint DEFAULT next_mark() NOT NULL UNIQUE);
CREATE TABLE site (id int PRIMARY KEY, mark text DEFAULT next_mark() NOT NULL, home bigint REFERENCES hub (code),
    brief text GENERATED ALWAYS AS (short(mark)) STORED);
CREATE INDEX site_short_ix ON site (short(mark));
-- state: a function over the row of the table, and an index over that
CREATE SEQUENCE marks;
CREATE FUNCTION next_mark() RETURNS bigint LANGUAGE sql AS $$ SELECT nextval('marks') $$;
CREATE TABLE hub (id int PRIMARY KEY, code bigint DEFAULT next_mark() NOT NULL UNIQUE);
CREATE TABLE site (id int PRIMARY KEY, mark text DEFAULT next_mark() NOT NULL);
CREATE FUNCTION whole(s site) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT s.mark || s.id $$;
CREATE INDEX site_whole_ix ON site (whole(site.*));
-- state: that from nothing, with a policy and a trigger
CREATE TABLE depot (id int PRIMARY KEY, owner name DEFAULT CURRENT_USER);
CREATE FUNCTION label(d depot) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT d.id::text $$;
CREATE INDEX depot_label_ix ON depot (label(depot.*));
CREATE FUNCTION is_mine(o name) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT o = CURRENT_USER $$;
ALTER TABLE depot ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON depot USING (is_mine(owner));
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER touched BEFORE UPDATE ON depot FOR EACH ROW WHEN (is_mine(new.owner)) EXECUTE FUNCTION touch();
-- state: its function has another argument name
CREATE TABLE depot (id bigint PRIMARY KEY, owner name DEFAULT CURRENT_USER);
CREATE FUNCTION label(depot_row depot) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT depot_row.id::text $$;
CREATE INDEX depot_label_ix ON depot (label(depot.*));
CREATE FUNCTION is_mine(who name) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT who = CURRENT_USER $$;
ALTER TABLE depot ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON depot USING (is_mine(owner));
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER touched BEFORE UPDATE ON depot FOR EACH ROW WHEN (is_mine(new.owner)) EXECUTE FUNCTION touch();
