-- A name that a table, type or sequence has and that something of another kind takes.
-- state: enum type
CREATE TYPE status AS ENUM ('on', 'off');
CREATE TABLE t (id bigint PRIMARY KEY, s status NOT NULL DEFAULT 'on');
-- state: lookup table
CREATE TABLE status (id int PRIMARY KEY, label text NOT NULL UNIQUE);
CREATE TABLE t (id bigint PRIMARY KEY, status_id int REFERENCES status);
-- state: domain
CREATE DOMAIN status AS text CHECK (VALUE IN ('on', 'off'));
CREATE TABLE t (id bigint PRIMARY KEY, s status NOT NULL);
-- state: view
CREATE VIEW status AS SELECT 1 AS id;
CREATE TABLE t (id bigint PRIMARY KEY, s text NOT NULL);
-- state: composite type
CREATE TYPE status AS (a int, b text);
CREATE TABLE t (id bigint PRIMARY KEY, s status);
-- state: sequence
CREATE SEQUENCE status;
CREATE TABLE t (id bigint PRIMARY KEY DEFAULT nextval('status'));
-- state: range type
CREATE TYPE status AS RANGE (subtype = int);
CREATE TABLE t (id bigint PRIMARY KEY, r status);
-- rows
INSERT INTO t (id, r) VALUES (1, '[1,3)');
