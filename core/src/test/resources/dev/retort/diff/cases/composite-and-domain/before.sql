CREATE TYPE pair AS (x int, y int);
CREATE DOMAIN posint AS int CONSTRAINT pos CHECK (VALUE > 0);
CREATE DOMAIN short AS varchar(5);
CREATE TABLE a (p pair, n posint DEFAULT 1, s short);
