CREATE TABLE a (id integer NOT NULL, x text DEFAULT 'a', CHECK (id > 0), CONSTRAINT only_a CHECK (x <> '') NO INHERIT);
CREATE TABLE b (y text);
CREATE TABLE c (z text, x text DEFAULT 'c') INHERITS (a, b);
CREATE TABLE d () INHERITS (c);
ALTER TABLE d ADD CHECK (z <> 'd');
