CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE TABLE person (id int PRIMARY KEY, mood mood DEFAULT 'ok' NOT NULL, moods mood[], CONSTRAINT ck CHECK (mood <> 'sad'));
CREATE INDEX ix_mood ON person (mood) WHERE mood = 'ok';
CREATE VIEW moody AS SELECT id, mood FROM person WHERE mood = 'ok';
CREATE FUNCTION is_ok(m mood) RETURNS boolean LANGUAGE sql AS $$ SELECT m = 'ok' $$;
