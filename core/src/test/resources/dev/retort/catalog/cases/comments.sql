COMMENT ON SCHEMA public IS 'it''s ours';
CREATE TABLE t (a integer PRIMARY KEY, b integer CONSTRAINT positive CHECK (b > 0));
COMMENT ON TABLE t IS E'two\nlines';
COMMENT ON COLUMN t.b IS 'b';
COMMENT ON CONSTRAINT positive ON t IS 'more than nothing';
COMMENT ON CONSTRAINT t_pkey ON t IS 'key';
CREATE INDEX i ON t (b);
COMMENT ON INDEX i IS 'index';
