-- since: 18
-- state: named
CREATE TABLE a (id int CONSTRAINT a_needs NOT NULL, x int);
CREATE TABLE b (id int CONSTRAINT b_needs NOT NULL, y int);
CREATE TABLE child () INHERITS (a, b);
-- rows
INSERT INTO child VALUES (1, 2, 3);
-- state: one loses it
CREATE TABLE a (id int, x int);
CREATE TABLE b (id int CONSTRAINT b_needs NOT NULL, y int);
CREATE TABLE child () INHERITS (a, b);
-- rows
INSERT INTO child VALUES (1, 2, 3);
-- state: another name, and no inheritance
CREATE TABLE a (id int CONSTRAINT a_needs NOT NULL NO INHERIT, x int);
CREATE TABLE b (id int CONSTRAINT needs NOT NULL, y int);
CREATE TABLE child () INHERITS (a, b);
