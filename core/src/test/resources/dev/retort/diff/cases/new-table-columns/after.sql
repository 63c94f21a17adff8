CREATE TABLE kept (id integer);
CREATE TABLE documents (id bigint PRIMARY KEY, title text, body text, tags text[]);
ALTER TABLE documents ALTER title SET STATISTICS 500;
ALTER TABLE documents ALTER body SET STATISTICS 0, ALTER tags SET (n_distinct = -0.5);
CREATE TABLE one (id bigint, title text);
ALTER TABLE one ALTER title SET STATISTICS 200;
