-- What the model does not know, in the way of what it changes.
-- state: views and a foreign key of a user
CREATE TABLE item (id int PRIMARY KEY, code int UNIQUE, name text, price int);
CREATE VIEW report AS SELECT id, name FROM item;
CREATE VIEW report_of_report AS SELECT name FROM report;
CREATE TABLE stocktaking (code int REFERENCES item (code), found int);
-- rows
INSERT INTO item VALUES (1, 2, 'three', 4);
-- state: the model drops what they need
CREATE TABLE item (id bigint PRIMARY KEY, code int, price bigint);
-- state: a view of the model under functions of a user
CREATE TABLE item (id int, role text);
CREATE VIEW roles AS SELECT id FROM item;
CREATE FUNCTION one_role() RETURNS roles LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION all_roles() RETURNS SETOF roles LANGUAGE plpgsql AS 'BEGIN RETURN QUERY SELECT 1; END';
CREATE VIEW people AS SELECT id FROM roles;
-- state: which has other columns
CREATE TABLE item (id int, role text);
CREATE VIEW roles AS SELECT role, id FROM item;
-- state: without the column that a user needs
CREATE TABLE item (id int, role text);
CREATE VIEW roles AS SELECT role FROM item;
