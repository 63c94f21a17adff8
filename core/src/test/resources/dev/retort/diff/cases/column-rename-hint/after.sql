CREATE TABLE customer (id int PRIMARY KEY, email text);
CREATE TABLE queue (name text, id int GENERATED ALWAYS AS IDENTITY);
CREATE TABLE shelf (name text, number int GENERATED ALWAYS AS IDENTITY);
CREATE TABLE job (name text, price numeric(10,2));
CREATE TABLE part (name text, mass bigint);
