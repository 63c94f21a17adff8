CREATE TABLE base (v int, w int, x int NOT NULL);
CREATE TABLE kid () INHERITS (base);
