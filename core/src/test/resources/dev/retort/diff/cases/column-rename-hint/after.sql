CREATE TABLE customer (id int PRIMARY KEY, email text);
