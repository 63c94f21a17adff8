CREATE TABLE base (id int NOT NULL, v text DEFAULT 'x', w int, CONSTRAINT ck CHECK (id > 1));
CREATE TABLE kid (extra int) INHERITS (base);
