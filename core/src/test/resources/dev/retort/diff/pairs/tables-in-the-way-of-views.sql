-- Tables that views replace while nothing needs them, each with what belongs to a table.
-- state: tables
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION positive(int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 > 0';
CREATE TYPE kind AS ENUM ('a', 'b');
CREATE SEQUENCE numbers;
CREATE TABLE target (id int PRIMARY KEY);
CREATE TABLE plain (id serial PRIMARY KEY, kind kind, price int CHECK (positive(price)), target_id int REFERENCES target, other int DEFAULT nextval('numbers'));
CREATE INDEX plain_kind ON plain (kind);
CREATE TRIGGER touched BEFORE UPDATE ON plain FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE plain ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON plain USING (positive(price));
COMMENT ON TABLE plain IS 'a table';
CREATE TABLE identified (id int GENERATED ALWAYS AS IDENTITY, self int, PRIMARY KEY (id), FOREIGN KEY (self) REFERENCES identified);
CREATE TABLE parted (id int) PARTITION BY RANGE (id);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (10);
CREATE TABLE needed (id int PRIMARY KEY, name text);
CREATE VIEW over_needed AS SELECT id FROM needed;
-- state: views
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE plain_kind (id int, kind text);
CREATE VIEW plain AS SELECT id, kind FROM plain_kind;
COMMENT ON VIEW plain IS 'a view';
CREATE TRIGGER touched INSTEAD OF UPDATE ON plain FOR EACH ROW EXECUTE FUNCTION touch();
CREATE MATERIALIZED VIEW identified AS SELECT id FROM plain;
CREATE UNIQUE INDEX identified_pkey ON identified (id);
CREATE VIEW parted AS SELECT 1 AS id;
CREATE TABLE source (id int, name text);
CREATE VIEW needed AS SELECT id FROM source;
CREATE VIEW over_needed AS SELECT id FROM needed;
-- state: tables again, and views in the place of other tables
CREATE TABLE plain (id serial PRIMARY KEY, kind text);
CREATE VIEW plain_kind AS SELECT id, kind FROM plain;
CREATE TABLE identified (id int PRIMARY KEY);
CREATE VIEW source AS SELECT id FROM identified;
