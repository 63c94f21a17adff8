-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text);
-- upgrade
COPY customer (id, name) FROM stdin;
1	Ann
2	Bob
\.
