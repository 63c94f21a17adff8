CREATE TYPE pair AS (x bigint, y int);
CREATE DOMAIN posint AS int DEFAULT 3 CONSTRAINT pos CHECK (VALUE > 1);
CREATE DOMAIN short AS varchar(9) NOT NULL;
CREATE TABLE a (p pair, n posint DEFAULT 1, s short);
