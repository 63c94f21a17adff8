-- Privileges, the owner's own too.
-- state: given to others
CREATE TABLE page (id int, secret text);
GRANT SELECT ON page TO anon;
GRANT UPDATE (secret) ON page TO authenticated WITH GRANT OPTION;
CREATE SEQUENCE numbers;
GRANT USAGE ON SEQUENCE numbers TO anon;
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC;
-- state: taken from the owner
CREATE TABLE page (id int, secret text);
REVOKE ALL ON page FROM CURRENT_USER;
GRANT SELECT ON page TO CURRENT_USER WITH GRANT OPTION;
GRANT INSERT ON page TO CURRENT_USER;
GRANT SELECT, INSERT ON page TO anon;
CREATE SEQUENCE numbers;
REVOKE UPDATE ON SEQUENCE numbers FROM CURRENT_USER;
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE mood AS ENUM ('ok');
REVOKE USAGE ON TYPE mood FROM PUBLIC;
-- state: granted again, in another schema too
CREATE SCHEMA api;
GRANT USAGE ON SCHEMA api TO anon;
CREATE VIEW api.page AS SELECT 1 AS id;
GRANT SELECT ON api.page TO anon WITH GRANT OPTION;
CREATE TABLE page (id int, secret text);
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
GRANT EXECUTE ON FUNCTION f() TO anon;
-- state: only on a schema
CREATE SCHEMA api;
GRANT USAGE ON SCHEMA api TO PUBLIC;
CREATE TABLE page (id int, secret text);
