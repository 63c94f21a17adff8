-- since: 14
CREATE TABLE t (id integer, n text);
CREATE VIEW v AS SELECT x.id FROM t x JOIN t y ON x.n = y.n;
CREATE FUNCTION whole() RETURNS integer BEGIN ATOMIC SELECT x.id FROM t x JOIN v y ON x.id = y.id; END;
CREATE PROCEDURE outs(IN a integer, OUT b integer) LANGUAGE sql AS 'SELECT 1';
