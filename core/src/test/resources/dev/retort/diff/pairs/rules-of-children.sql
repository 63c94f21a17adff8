-- Rules of a table that insert into its children.
-- state: nothing
-- state: two children
CREATE TABLE base (id bigint PRIMARY KEY, kind int);
CREATE TABLE child1 (CHECK (kind = 1)) INHERITS (base);
CREATE TABLE child2 (CHECK (kind = 2)) INHERITS (base);
CREATE RULE to1 AS ON INSERT TO base WHERE new.kind = 1 DO INSTEAD INSERT INTO child1 VALUES (new.*);
CREATE RULE to2 AS ON INSERT TO base WHERE new.kind = 2 DO INSTEAD INSERT INTO child2 VALUES (new.*);
-- state: one child
CREATE TABLE base (id bigint PRIMARY KEY, kind int);
CREATE TABLE child1 (CHECK (kind = 1)) INHERITS (base);
CREATE RULE to1 AS ON INSERT TO base WHERE new.kind = 1 DO INSTEAD INSERT INTO child1 VALUES (new.*);
-- state: another table
CREATE TABLE other (id bigint);
