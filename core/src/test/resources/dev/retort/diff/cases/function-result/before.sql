CREATE FUNCTION double(x int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT x * 2';
CREATE TABLE a (id int DEFAULT double(1), y int, g int GENERATED ALWAYS AS (double(y)) STORED, CONSTRAINT ck CHECK (double(y) > 0));
CREATE INDEX ix ON a (double(y));
CREATE VIEW v AS SELECT double(y) AS d FROM a;
