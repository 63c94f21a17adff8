CREATE TABLE base (v bigint DEFAULT 10, w int NOT NULL, x int DEFAULT 8);
CREATE TABLE kid (v bigint DEFAULT 2) INHERITS (base);
CREATE TABLE grandkid (v bigint) INHERITS (kid);
CREATE TABLE late () INHERITS (grandkid);
ALTER TABLE late ALTER COLUMN x SET DEFAULT 9;
