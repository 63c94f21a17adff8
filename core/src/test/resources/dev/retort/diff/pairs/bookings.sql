-- Ranges, exclusion, deferred constraint triggers, statistics, operator classes and collations.
-- state: first
CREATE TABLE room (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE booking (id serial PRIMARY KEY, room_id int NOT NULL REFERENCES room (id), during tstzrange NOT NULL, seats int4range,
    CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&));
CREATE INDEX room_name_ix ON room (lower(name) text_pattern_ops);
-- rows
INSERT INTO room VALUES (1, 'a');
INSERT INTO booking (room_id, during) VALUES (1, '[2024-01-01, 2024-01-02)');
-- state: another range type, a deferred trigger, statistics
CREATE COLLATION by_code (provider = libc, locale = 'C');
CREATE TYPE price_range AS RANGE (subtype = numeric);
CREATE TABLE room (id int PRIMARY KEY, name text COLLATE by_code NOT NULL, prices price_range, size numeric GENERATED ALWAYS AS (upper(prices) - lower(prices)) STORED);
CREATE TABLE booking (id serial PRIMARY KEY, room_id int NOT NULL REFERENCES room (id), during tstzrange NOT NULL, seats int4range,
    cancelled boolean NOT NULL DEFAULT false,
    CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&) WHERE (NOT cancelled) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT some_time CHECK (NOT isempty(during)) NO INHERIT);
CREATE FUNCTION check_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER room_exists AFTER INSERT OR UPDATE OF room_id ON booking FROM room DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (new.room_id > 0) EXECUTE FUNCTION check_room();
CREATE INDEX room_name_ix ON room (lower(name) COLLATE by_code text_pattern_ops DESC NULLS LAST) INCLUDE (id) WHERE name <> '';
CREATE INDEX booking_during_ix ON booking USING spgist (during);
CREATE STATISTICS booking_stats (ndistinct, dependencies) ON room_id, cancelled FROM booking;
-- state: other expressions and classes
CREATE COLLATION by_code (provider = libc, locale = 'C');
CREATE TYPE price_range AS RANGE (subtype = numeric);
CREATE TABLE room (id bigint PRIMARY KEY, name varchar(100) COLLATE by_code NOT NULL, prices price_range, size numeric GENERATED ALWAYS AS (upper(prices)) STORED);
CREATE TABLE booking (id bigserial PRIMARY KEY, room_id bigint NOT NULL REFERENCES room (id) ON UPDATE CASCADE, during tstzrange NOT NULL, seats int8range,
    cancelled boolean, CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&, seats WITH &&));
CREATE FUNCTION check_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER room_exists AFTER INSERT ON booking NOT DEFERRABLE FOR EACH ROW EXECUTE FUNCTION check_room();
CREATE INDEX room_name_ix ON room (name varchar_pattern_ops);
CREATE STATISTICS booking_stats (mcv) ON room_id, cancelled FROM booking;
ALTER STATISTICS booking_stats SET STATISTICS 500;
-- state: without
CREATE TABLE room (id bigint PRIMARY KEY, name varchar(100) NOT NULL);
CREATE TABLE booking (id bigserial PRIMARY KEY, room_id bigint NOT NULL, during text);
