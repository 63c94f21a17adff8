-- Comments and privileges whose order in a dump says nothing.
-- state: four columns
CREATE TABLE place (id int PRIMARY KEY, code text, city text, note text);
COMMENT ON COLUMN place.code IS 'what the post
calls it';
COMMENT ON COLUMN place.city IS 'it''s where';
COMMENT ON COLUMN place.note IS 'back\slash';
CREATE TABLE visit (place int, at timestamptz);
GRANT INSERT ON visit TO place_reader;
GRANT SELECT ON visit TO place_admin;
GRANT UPDATE, SELECT ON place TO place_admin;
GRANT SELECT ON place TO place_reader;
-- rows
INSERT INTO place VALUES (1, 'a', 'b', 'c');
-- state: without one of them
CREATE TABLE place (id int PRIMARY KEY, city text, note text);
COMMENT ON COLUMN place.city IS 'it''s where';
COMMENT ON COLUMN place.note IS 'back\slash';
CREATE TABLE visit (place int, at timestamptz);
GRANT SELECT ON visit TO place_admin;
-- state: with it and its privileges
CREATE TABLE place (id int PRIMARY KEY, code text, city text, note text);
COMMENT ON COLUMN place.code IS 'code';
COMMENT ON COLUMN place.city IS 'city';
CREATE TABLE visit (place int, at timestamptz);
GRANT SELECT ON visit TO place_admin;
GRANT SELECT (code), SELECT (city) ON place TO place_reader;
GRANT SELECT ON place TO place_admin;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO place_reader;
