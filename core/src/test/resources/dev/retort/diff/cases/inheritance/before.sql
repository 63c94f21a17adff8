CREATE TABLE base (id int NOT NULL, v varchar(5), CONSTRAINT ck CHECK (id > 0));
CREATE TABLE kid (extra int) INHERITS (base);
