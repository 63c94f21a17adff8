CREATE TABLE author (id bigint PRIMARY KEY, pen_name varchar(80), born_on date);
CREATE TABLE paper (id bigint PRIMARY KEY, title text, shelf integer);
