-- Schemas that come and go with what is in them.
-- state: tables that refer to each other
CREATE SCHEMA dock;
CREATE TABLE dock.crane (id int PRIMARY KEY, home int);
CREATE TABLE dock.quay (id int PRIMARY KEY, main_crane int REFERENCES dock.crane);
ALTER TABLE dock.crane ADD FOREIGN KEY (home) REFERENCES dock.quay;
CREATE TABLE office (id int REFERENCES dock.quay);
-- state: all of it elsewhere
CREATE SCHEMA yard;
CREATE TABLE yard.crane (id int PRIMARY KEY, home int);
CREATE TABLE yard.quay (id int PRIMARY KEY, main_crane int REFERENCES yard.crane);
ALTER TABLE yard.crane ADD FOREIGN KEY (home) REFERENCES yard.quay;
CREATE TABLE office (id int REFERENCES yard.quay);
CREATE TYPE yard.state AS ENUM ('open', 'shut');
CREATE FUNCTION yard.is_open(s yard.state) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT s = 'open' $$;
CREATE VIEW yard.cranes AS SELECT id FROM yard.crane;
CREATE SEQUENCE yard.numbers;
-- state: empty schemas with comments and privileges
CREATE SCHEMA yard;
COMMENT ON SCHEMA yard IS 'what is left';
CREATE SCHEMA "Attic Room";
GRANT USAGE ON SCHEMA "Attic Room" TO anon;
-- state: a function that reads a schema in the search path
CREATE SCHEMA "Attic Room";
CREATE TABLE "Attic Room".box (id int, kept date DEFAULT CURRENT_DATE);
GRANT SELECT ON "Attic Room".box TO anon;
SET search_path = "Attic Room";
CREATE FUNCTION boxes() RETURNS SETOF int LANGUAGE sql AS 'SELECT id FROM box';
CREATE FUNCTION oldest() RETURNS date LANGUAGE plpgsql AS 'DECLARE found box.kept%TYPE; one box; BEGIN RETURN found; END';
CREATE FUNCTION count_boxes() RETURNS bigint LANGUAGE plpgsql AS 'BEGIN RETURN (SELECT count(*) FROM boxes()); END';
