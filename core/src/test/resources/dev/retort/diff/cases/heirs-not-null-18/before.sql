CREATE TABLE base (v int NOT NULL, w int);
CREATE TABLE kid () INHERITS (base);
