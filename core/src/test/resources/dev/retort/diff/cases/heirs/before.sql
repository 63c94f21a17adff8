CREATE TABLE base (v int DEFAULT 1, w int NOT NULL, x int DEFAULT 7);
CREATE TABLE kid (v int DEFAULT 2) INHERITS (base);
CREATE TABLE grandkid (v int DEFAULT 3) INHERITS (kid);
CREATE TABLE late () INHERITS (grandkid);
