-- Names of indexes and keys that go from one table to another.
-- state: first
CREATE TABLE photo (id int CONSTRAINT photo_pk PRIMARY KEY, album int, CONSTRAINT photo_album_key UNIQUE (album));
CREATE INDEX photo_ix ON photo (id, album);
CREATE TABLE tag (photo int CONSTRAINT tag_photo_fk REFERENCES photo (id));
-- state: the table has another name, its parts have theirs
CREATE TABLE picture (id int CONSTRAINT photo_pk PRIMARY KEY, album int, CONSTRAINT photo_album_key UNIQUE (album));
CREATE INDEX photo_ix ON picture (id, album);
CREATE TABLE tag (photo int CONSTRAINT tag_photo_fk REFERENCES picture (id));
-- state: names swapped between two tables that stay
CREATE TABLE picture (id int CONSTRAINT tag_pk PRIMARY KEY, album int);
CREATE INDEX photo_ix ON picture (id);
CREATE TABLE tag (photo int CONSTRAINT photo_pk PRIMARY KEY);
CREATE INDEX photo_album_key ON tag (photo);
-- state: swapped again, and an index has the name of a table that goes
CREATE TABLE frame (id int, room tsrange, CONSTRAINT photo_pk EXCLUDE USING gist (room WITH &&));
CREATE UNIQUE INDEX picture ON frame (id);
CREATE TABLE tag (photo int CONSTRAINT tag_pk PRIMARY KEY);
-- state: a view of the name of a table, a table of the name of an index
CREATE TABLE picture (id int);
CREATE VIEW frame AS SELECT id FROM picture;
-- state: a materialized view with an index of a former key's name
CREATE TABLE picture (id int CONSTRAINT frame_pk PRIMARY KEY);
CREATE MATERIALIZED VIEW frame AS SELECT id FROM picture;
CREATE UNIQUE INDEX frame_ix ON frame (id);
-- state: and a table with those of both
CREATE TABLE frame (id int CONSTRAINT frame_pk PRIMARY KEY, other int CONSTRAINT frame_ix UNIQUE);
