-- Functions and types that casts need, which no script creates or drops.
-- state: before
CREATE TYPE span AS RANGE (SUBTYPE = integer);
CREATE TYPE mood AS ENUM ('sad', 'fine', 'odd');
CREATE CAST (varchar AS mood) WITH INOUT AS IMPLICIT;
CREATE CAST (mood AS varchar) WITH INOUT AS IMPLICIT;
CREATE TYPE gone AS ENUM ('a');
CREATE FUNCTION gone_of(integer) RETURNS gone LANGUAGE sql IMMUTABLE AS 'SELECT ''a''::gone';
CREATE CAST (integer AS gone) WITH FUNCTION gone_of(integer);
CREATE TYPE pair AS (a integer, b integer);
CREATE FUNCTION pair_of(text) RETURNS pair LANGUAGE sql IMMUTABLE AS 'SELECT ROW(1, 2)::pair';
CREATE CAST (text AS pair) WITH FUNCTION pair_of(text);
CREATE SCHEMA other;
CREATE FUNCTION other.number_of(pair) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE CAST (pair AS integer) WITH FUNCTION other.number_of(pair);
CREATE TYPE rank AS ENUM ('low', 'high');
CREATE FUNCTION above(rank, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE OPERATOR >>> (FUNCTION = above, LEFTARG = rank, RIGHTARG = integer);
CREATE TABLE t (m mood DEFAULT 'fine', r rank, p pair);
-- rows
INSERT INTO t VALUES ('sad', 'low', ROW(1, 2));
-- state: after
CREATE TYPE mood AS ENUM ('sad', 'new', 'fine');
CREATE CAST (varchar AS mood) WITH INOUT AS IMPLICIT;
CREATE CAST (mood AS varchar) WITH INOUT AS IMPLICIT;
CREATE TYPE pair AS (a integer, b integer);
CREATE FUNCTION pair_of(input text) RETURNS pair LANGUAGE sql IMMUTABLE AS 'SELECT ROW(1, 3)::pair';
CREATE CAST (text AS pair) WITH FUNCTION pair_of(text);
CREATE TYPE rank AS ENUM ('high', 'low');
CREATE FUNCTION above(rank, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE OPERATOR >>> (FUNCTION = above, LEFTARG = rank, RIGHTARG = integer);
CREATE TABLE t (m mood DEFAULT 'fine', r rank, p pair);
-- state: none
CREATE TABLE t (m text);
