-- Default privileges that widen what a script creates. They are the same in both states.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO anon;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO anon;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO authenticated;
-- state: before
CREATE TABLE seen (id int);
-- state: tables that only some may read
CREATE TABLE seen (id int);
CREATE TABLE hidden (id serial);
REVOKE ALL ON hidden FROM anon;
REVOKE ALL ON SEQUENCE hidden_id_seq FROM anon;
CREATE VIEW shown AS SELECT id FROM hidden;
GRANT INSERT ON shown TO authenticated;
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
REVOKE EXECUTE ON FUNCTION f() FROM authenticated;
CREATE SEQUENCE numbers;
-- state: another type below a view
CREATE TABLE seen (id int);
REVOKE ALL ON seen FROM anon;
CREATE TABLE hidden (id bigserial);
REVOKE ALL ON hidden FROM anon;
REVOKE ALL ON SEQUENCE hidden_id_seq FROM anon;
CREATE VIEW shown AS SELECT id FROM hidden;
GRANT INSERT ON shown TO authenticated;
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
REVOKE EXECUTE ON FUNCTION f() FROM authenticated;
