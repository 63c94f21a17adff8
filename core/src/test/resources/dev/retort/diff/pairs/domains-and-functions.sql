-- Domains that call functions.
-- state: a check and a default
CREATE FUNCTION is_even(n int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT n % 2 = 0';
CREATE FUNCTION first_even() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2';
CREATE DOMAIN even AS int DEFAULT first_even() CONSTRAINT even_check CHECK (is_even(VALUE)) CHECK (VALUE > 0);
CREATE TABLE pair (n even);
-- state: both have other arguments or results
CREATE FUNCTION is_even(number int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT number % 2 = 0';
CREATE FUNCTION first_even() RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 2::bigint';
CREATE DOMAIN even AS int DEFAULT first_even() CONSTRAINT even_check CHECK (is_even(VALUE)) CHECK (VALUE > 0);
CREATE TABLE pair (n even);
-- state: over bigint, by another function
CREATE FUNCTION is_even(number bigint) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT number % 2 = 0';
CREATE DOMAIN even AS bigint CONSTRAINT even_check CHECK (is_even(VALUE));
CREATE TABLE pair (n even);
-- state: within arrays and composite types
CREATE FUNCTION is_even(number bigint) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT number % 2 = 0';
CREATE DOMAIN even AS bigint CONSTRAINT even_check CHECK (is_even(VALUE));
CREATE TYPE evens AS (a even, b even);
CREATE TABLE pair (n even[], m evens);
-- state: where a check cannot be added
CREATE FUNCTION is_even(n bigint) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT n % 2 = 0';
CREATE DOMAIN even AS bigint NOT NULL CONSTRAINT even_check CHECK (is_even(VALUE));
CREATE TYPE evens AS (a even, b even);
CREATE TABLE pair (n even[], m evens);
-- state: a range type with a function of ours
CREATE FUNCTION gap(a float8, b float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT a - b';
CREATE TYPE stretch AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = gap);
CREATE TABLE pair (s stretch);
-- state: whose arguments have other names
CREATE FUNCTION gap(x float8, y float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT x - y';
CREATE TYPE stretch AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = gap);
CREATE TABLE pair (s stretch);
