-- Functions and types that operators and operator classes need, which no script creates or drops.
-- state: before
CREATE FUNCTION dist(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT abs($1 - $2)';
CREATE OPERATOR <=> (FUNCTION = dist, LEFTARG = integer, RIGHTARG = integer);
CREATE FUNCTION addup(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE AGGREGATE total(integer) (SFUNC = addup, STYPE = integer, INITCOND = '0');
CREATE TYPE mood AS ENUM ('a');
CREATE FUNCTION eqm(mood, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE OPERATOR === (FUNCTION = eqm, LEFTARG = mood, RIGHTARG = integer);
CREATE FUNCTION cmp(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT CASE WHEN $1 < $2 THEN -1 WHEN $1 > $2 THEN 1 ELSE 0 END';
CREATE OPERATOR CLASS odd_ops FOR TYPE integer USING btree AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 cmp(integer, integer);
CREATE SCHEMA ops;
CREATE FUNCTION ops.half(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 / 2';
CREATE OPERATOR ops.% (FUNCTION = ops.half, RIGHTARG = integer);
CREATE TABLE t (a int);
CREATE INDEX ix ON t (a odd_ops);
-- state: after
CREATE FUNCTION dist(integer, integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT abs($1 - $2)::bigint';
CREATE OPERATOR <=> (FUNCTION = dist, LEFTARG = integer, RIGHTARG = integer);
CREATE FUNCTION addup(bigint, integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE AGGREGATE total(integer) (SFUNC = addup, STYPE = bigint, INITCOND = '0');
CREATE FUNCTION cmp(x integer, y integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT CASE WHEN $1 < $2 THEN -1 WHEN $1 > $2 THEN 1 ELSE 0 END';
CREATE OPERATOR CLASS odd_ops FOR TYPE integer USING btree AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 cmp(integer, integer);
CREATE TABLE t (a int);
CREATE INDEX ix ON t (a odd_ops);
-- state: none
CREATE TABLE t (a int);
