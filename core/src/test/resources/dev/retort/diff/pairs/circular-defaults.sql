-- since: 14
-- Defaults that call functions which read their table.
-- state: before
CREATE TABLE other (id int);
-- state: with
CREATE TABLE other (id int);
CREATE TABLE ticket (id integer PRIMARY KEY, number integer NOT NULL);
CREATE FUNCTION next_number() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT coalesce(max(number), 0) + 1 FROM ticket; END;
ALTER TABLE ticket ALTER COLUMN number SET DEFAULT next_number();
-- rows
INSERT INTO ticket (id) VALUES (1), (2);
-- state: another
CREATE TABLE other (id int);
CREATE TABLE ticket (id integer PRIMARY KEY, number integer NOT NULL, extra integer);
CREATE FUNCTION next_number() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT coalesce(max(number), 0) + 2 FROM ticket; END;
CREATE FUNCTION next_extra() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT coalesce(max(extra), next_number()) + 1 FROM ticket; END;
ALTER TABLE ticket ALTER COLUMN number SET DEFAULT next_number(), ALTER COLUMN extra SET DEFAULT next_extra();
-- state: retyped
CREATE TABLE other (id int);
CREATE TABLE ticket (id integer PRIMARY KEY, number bigint NOT NULL, extra integer);
CREATE FUNCTION next_number() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT coalesce(max(number), 0) + 2 FROM ticket; END;
CREATE FUNCTION next_extra() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT coalesce(max(extra), 1) + 1 FROM ticket; END;
ALTER TABLE ticket ALTER COLUMN number SET DEFAULT next_number(), ALTER COLUMN extra SET DEFAULT next_extra();
-- state: two
CREATE TABLE other (id int);
CREATE TABLE a (id integer, n integer);
CREATE TABLE b (id integer, n integer);
CREATE FUNCTION of_a() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT max(n) FROM a; END;
CREATE FUNCTION of_b() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT max(n) FROM b; END;
ALTER TABLE a ALTER COLUMN n SET DEFAULT of_b();
ALTER TABLE b ALTER COLUMN n SET DEFAULT of_a();
-- state: view
CREATE TABLE other (id int);
CREATE TABLE a (id integer, n integer);
CREATE VIEW va AS SELECT max(n) AS m FROM a;
CREATE FUNCTION of_a() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT m FROM va; END;
ALTER TABLE a ALTER COLUMN n SET DEFAULT of_a();
-- state: none
CREATE TABLE other (id int);
