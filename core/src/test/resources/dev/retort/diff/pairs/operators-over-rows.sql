-- Tables, views, collations and extensions that operators need through functions, which no script creates or drops.
-- state: before
CREATE EXTENSION citext;
CREATE SCHEMA ops;
CREATE TYPE unit AS ENUM ('g', 'kg');
CREATE SEQUENCE crate_number;
CREATE TABLE shelf (id integer PRIMARY KEY, name citext);
CREATE TABLE ops.crate (
    id integer PRIMARY KEY DEFAULT nextval('crate_number'),
    shelf_id integer REFERENCES shelf,
    weight unit
);
CREATE FUNCTION moved() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER moved BEFORE UPDATE ON ops.crate FOR EACH ROW EXECUTE FUNCTION moved();
CREATE FUNCTION heavier(ops.crate, ops.crate) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.weight > $2.weight';
CREATE OPERATOR >> (FUNCTION = heavier, LEFTARG = ops.crate, RIGHTARG = ops.crate);
CREATE VIEW full_shelf AS SELECT s.id, s.name FROM shelf s JOIN ops.crate c ON c.shelf_id = s.id;
CREATE FUNCTION same(full_shelf, citext) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.name = $2';
CREATE OPERATOR ==== (FUNCTION = same, LEFTARG = full_shelf, RIGHTARG = citext);
CREATE COLLATION letters (provider = libc, locale = 'C');
CREATE DOMAIN word AS text COLLATE letters;
CREATE FUNCTION begins(word, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT starts_with($1::text, $2)';
CREATE OPERATOR ^@^ (FUNCTION = begins, LEFTARG = word, RIGHTARG = text);
CREATE TABLE lot (id integer, day date) PARTITION BY RANGE (day);
CREATE TABLE lot_2026 PARTITION OF lot FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE FUNCTION later(lot_2026, lot_2026) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.day > $2.day';
CREATE OPERATOR >>> (FUNCTION = later, LEFTARG = lot_2026, RIGHTARG = lot_2026);
CREATE TABLE other (id integer PRIMARY KEY, crate ops.crate);
CREATE TABLE t (a integer);
-- state: none
CREATE TABLE t (a integer);
