-- Overloads of a function that exist together for a moment, and calls that leave arguments out.
-- state: one argument
CREATE TABLE t (id bigint PRIMARY KEY, name text, CHECK (name <> ''));
CREATE FUNCTION f(a text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT a';
CREATE VIEW v AS SELECT id, f(name) AS n FROM t;
CREATE VIEW w AS SELECT id, n FROM v;
-- state: one more with a default
CREATE TABLE t (id bigint PRIMARY KEY, name text, extra int, CHECK (name <> ''));
CREATE FUNCTION f(a text, b int DEFAULT 1) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT a || b';
CREATE VIEW v AS SELECT id, extra, f(name) AS n FROM t;
CREATE VIEW w AS SELECT id, n, extra FROM v;
-- state: two more
CREATE TABLE t (id bigint PRIMARY KEY, name varchar(50), extra int, CHECK (name <> ''));
CREATE FUNCTION f(a text, b int DEFAULT 1, c int DEFAULT 2) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT a || b || c';
CREATE VIEW v AS SELECT id, f(name, 3) AS n FROM t;
CREATE INDEX it ON t (f(name));
CREATE VIEW w AS SELECT id, n FROM v;
-- state: variadic
CREATE TABLE t (id bigint PRIMARY KEY, name varchar(50), g text GENERATED ALWAYS AS (upper(name)) STORED);
CREATE FUNCTION f(a text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT a';
CREATE FUNCTION f(VARIADIC a text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT a[1]$$;
CREATE VIEW v AS SELECT id, f(name, 'x') AS n FROM t;
-- state: in another language
CREATE TABLE t (id bigint PRIMARY KEY, name varchar(50), g text);
CREATE FUNCTION f(a text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'begin return a; end';
CREATE FUNCTION f(a text, b text, c text DEFAULT '') RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT a$$;
CREATE VIEW v AS SELECT id, f(name, 'x') AS n FROM t;
