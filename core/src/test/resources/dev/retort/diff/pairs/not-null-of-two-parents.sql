-- Columns that children inherit from two parents, of which one loses or gets its NOT NULL.
-- state: both
CREATE TABLE a (id int NOT NULL, x int);
CREATE TABLE b (id int NOT NULL, y int);
CREATE TABLE child () INHERITS (a, b);
CREATE TABLE own (id int NOT NULL) INHERITS (a, b);
CREATE TABLE grandchild () INHERITS (child);
-- rows
INSERT INTO child VALUES (1, 2, 3);
INSERT INTO grandchild VALUES (1, 2, 3);
INSERT INTO own VALUES (1, 2, 3);
-- state: one
CREATE TABLE a (id int, x int);
CREATE TABLE b (id int NOT NULL, y int);
CREATE TABLE child () INHERITS (a, b);
CREATE TABLE own (id int NOT NULL) INHERITS (a, b);
CREATE TABLE grandchild () INHERITS (child);
-- rows
INSERT INTO child VALUES (1, 2, 3);
INSERT INTO grandchild VALUES (1, 2, 3);
INSERT INTO own VALUES (1, 2, 3);
-- state: the other one
CREATE TABLE a (id int NOT NULL, x int);
CREATE TABLE b (id int, y int);
CREATE TABLE child () INHERITS (a, b);
CREATE TABLE own (id int NOT NULL) INHERITS (a, b);
CREATE TABLE grandchild () INHERITS (child);
-- rows
INSERT INTO child VALUES (1, 2, 3);
INSERT INTO grandchild VALUES (1, 2, 3);
INSERT INTO own VALUES (1, 2, 3);
-- state: none, and no own one
CREATE TABLE a (id int, x int);
CREATE TABLE b (id int, y int);
CREATE TABLE child () INHERITS (a, b);
CREATE TABLE own (id int) INHERITS (a, b);
CREATE TABLE grandchild () INHERITS (child);
-- state: an own one and one
CREATE TABLE a (id int NOT NULL, x int);
CREATE TABLE b (id int, y int);
CREATE TABLE child (id int NOT NULL) INHERITS (a, b);
CREATE TABLE own (id int) INHERITS (a, b);
CREATE TABLE grandchild (id int NOT NULL) INHERITS (child);
-- state: the column goes in one parent
CREATE TABLE a (x int);
CREATE TABLE b (id int NOT NULL, y int);
CREATE TABLE child (id int NOT NULL) INHERITS (a, b);
CREATE TABLE own (id int) INHERITS (a, b);
CREATE TABLE grandchild (id int NOT NULL) INHERITS (child);
