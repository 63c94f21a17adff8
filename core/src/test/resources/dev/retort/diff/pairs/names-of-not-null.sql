-- since: 18
-- state: named, in a key and in none
CREATE TABLE item (id int CONSTRAINT needs_id NOT NULL PRIMARY KEY, name text CONSTRAINT needs_name NOT NULL, code text NOT NULL);
-- rows
INSERT INTO item VALUES (1, 'a', 'b');
-- state: under their default names
CREATE TABLE item (id int PRIMARY KEY, name text NOT NULL, code text CONSTRAINT needs_code NOT NULL);
-- rows
INSERT INTO item VALUES (1, 'a', 'b');
-- state: and back
CREATE TABLE item (id int CONSTRAINT wants_id NOT NULL PRIMARY KEY, name text CONSTRAINT wants_name NOT NULL NO INHERIT, code text NOT NULL);
