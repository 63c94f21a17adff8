-- Columns that a child table keeps while its parents drop them, and columns of children that the parents get.
-- state: inherited
CREATE TABLE parent (id integer, note text DEFAULT 'n', amount integer DEFAULT 0 NOT NULL, plain text);
CREATE TABLE keeps () INHERITS (parent);
CREATE TABLE loses () INHERITS (parent);
CREATE TABLE own (note text DEFAULT 'own', own_only text) INHERITS (parent);
CREATE TABLE middle () INHERITS (parent);
CREATE TABLE lowest (extra text) INHERITS (middle);
CREATE TABLE sibling () INHERITS (middle);
CREATE TABLE other (code text, id integer);
CREATE TABLE of_two () INHERITS (parent, other);
CREATE INDEX ix ON keeps (note);
CREATE VIEW noted AS SELECT id, note FROM keeps;
-- rows
INSERT INTO keeps (id, note, amount, plain) VALUES (1, 'one', 1, 'p');
INSERT INTO loses (id, note, amount, plain) VALUES (2, 'two', 2, 'p');
INSERT INTO own (id, note, amount, plain) VALUES (3, 'three', 3, 'p');
INSERT INTO lowest (id, note, amount, plain) VALUES (4, 'four', 4, 'p');
INSERT INTO sibling (id, note, amount, plain) VALUES (5, 'five', 5, 'p');
INSERT INTO of_two (id, note, amount, plain, code) VALUES (6, 'six', 6, 'p', 'c');
-- state: own
CREATE TABLE parent (id integer);
CREATE TABLE keeps (note text DEFAULT 'n', amount integer DEFAULT 0 NOT NULL) INHERITS (parent);
CREATE TABLE loses () INHERITS (parent);
CREATE TABLE own (own_only text) INHERITS (parent);
CREATE TABLE middle () INHERITS (parent);
CREATE TABLE lowest (note text DEFAULT 'lowest', amount integer DEFAULT 0 NOT NULL, extra text) INHERITS (middle);
CREATE TABLE sibling () INHERITS (middle);
CREATE TABLE other (code text);
CREATE TABLE of_two (note text DEFAULT 'n', code text) INHERITS (parent, other);
CREATE INDEX ix ON keeps (note);
CREATE VIEW noted AS SELECT id, note FROM keeps;
-- rows
INSERT INTO keeps (id, note, amount) VALUES (1, 'one', 1);
INSERT INTO lowest (id, note, amount) VALUES (4, 'four', 4);
INSERT INTO of_two (id, note) VALUES (6, 'six');
-- state: own and changed
CREATE TABLE parent (id integer);
CREATE TABLE keeps (note varchar(40), amount bigint) INHERITS (parent);
CREATE TABLE loses () INHERITS (parent);
CREATE TABLE own (own_only text) INHERITS (parent);
CREATE TABLE middle (note text NOT NULL DEFAULT 'middle') INHERITS (parent);
CREATE TABLE lowest (amount bigint, extra text) INHERITS (middle);
CREATE TABLE sibling () INHERITS (middle);
CREATE TABLE other (code text);
CREATE TABLE of_two (note text DEFAULT 'n', code text) INHERITS (parent, other);
CREATE VIEW noted AS SELECT id, note FROM keeps;
-- state: inherited again
CREATE TABLE parent (id integer, note text DEFAULT 'n', amount integer DEFAULT 0 NOT NULL, plain text);
CREATE TABLE keeps () INHERITS (parent);
CREATE TABLE loses () INHERITS (parent);
CREATE TABLE own (note text DEFAULT 'own', own_only text) INHERITS (parent);
CREATE TABLE middle () INHERITS (parent);
CREATE TABLE lowest (extra text) INHERITS (middle);
CREATE TABLE sibling () INHERITS (middle);
CREATE TABLE other (code text, id integer);
CREATE TABLE of_two () INHERITS (parent, other);
-- state: own with other types
CREATE TABLE parent (id integer);
CREATE TABLE keeps (note varchar(40), amount bigint) INHERITS (parent);
CREATE TABLE loses (amount text NOT NULL) INHERITS (parent);
CREATE TABLE own (own_only text) INHERITS (parent);
CREATE TABLE middle (note text NOT NULL DEFAULT 'middle') INHERITS (parent);
CREATE TABLE lowest (amount bigint, extra text) INHERITS (middle);
CREATE TABLE sibling () INHERITS (middle);
CREATE TABLE other (code text);
CREATE TABLE of_two (note text DEFAULT 'n', code text) INHERITS (parent, other);
