CREATE TABLE a (id serial PRIMARY KEY, v text);
INSERT INTO a (v) VALUES ('one'), ('two');
DELETE FROM a WHERE v = 'two';
