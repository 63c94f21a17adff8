CREATE TABLE customer (id int PRIMARY KEY, name varchar(50), age text DEFAULT '7', vip int DEFAULT 0, mail text, old text);
