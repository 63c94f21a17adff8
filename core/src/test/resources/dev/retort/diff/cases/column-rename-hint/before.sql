CREATE TABLE customer (id int PRIMARY KEY, mail text);
CREATE TABLE queue (name text, jobs int);
CREATE TABLE shelf (name text, no serial);
CREATE TABLE job (name text, done boolean);
CREATE TABLE part (name text, weight int);
