CREATE TABLE customer (id int PRIMARY KEY, mail text);
CREATE TABLE queue (name text, jobs int);
CREATE TABLE shelf (name text, no serial);
