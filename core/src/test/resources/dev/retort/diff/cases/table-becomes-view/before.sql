CREATE TABLE a (id int);
CREATE TABLE v (id int);
