CREATE TABLE b (id int, n int);
CREATE FUNCTION z_total() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT sum(n) FROM b';
CREATE FUNCTION a_twice() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT 2 * z_total()';
CREATE TABLE a (id int, t bigint DEFAULT a_twice());
CREATE VIEW totals AS SELECT a_twice() AS twice;
