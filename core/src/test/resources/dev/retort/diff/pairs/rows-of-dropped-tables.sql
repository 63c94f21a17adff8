-- Columns of row types whose table changes, in tables that are dropped.
-- state: with columns of row types
CREATE TABLE item (id int, price int);
CREATE TABLE basket (id int, item item, items item[]);
-- rows
INSERT INTO item VALUES (1, 2);
-- state: dropped, and another type
CREATE TABLE item (id int, price bigint);
-- state: again, with a view over another one
CREATE TABLE item (id int, price int);
CREATE TABLE basket (id int, item item, items item[]);
CREATE TABLE box (id int PRIMARY KEY, item item);
CREATE VIEW boxes AS SELECT id FROM box;
CREATE TYPE wrapped AS (item item, note text);
CREATE DOMAIN items AS item[];
CREATE TABLE shelf (id int, wrapped wrapped, items items);
-- rows
INSERT INTO item VALUES (1, 2);
-- state: without rows of them
CREATE TABLE item (id int, price numeric);
