-- Partitions of partitions with separate defaults, inheritance beside them, identity and keys that change.
-- state: first
CREATE TABLE sample (device int NOT NULL, at timestamptz NOT NULL, value double precision DEFAULT 0, quality int DEFAULT 1) PARTITION BY LIST (device);
CREATE TABLE sample_1 PARTITION OF sample FOR VALUES IN (1) PARTITION BY RANGE (at);
CREATE TABLE sample_1_2024 PARTITION OF sample_1 (quality DEFAULT 5, CONSTRAINT good CHECK (quality > 0)) FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE sample_1_rest PARTITION OF sample_1 DEFAULT;
CREATE TABLE sample_rest PARTITION OF sample (value DEFAULT -1) DEFAULT;
CREATE INDEX sample_at_ix ON sample (at);
CREATE TABLE place (id serial PRIMARY KEY, name text DEFAULT 'x', tags text[]);
CREATE TABLE city (people int, name text DEFAULT 'city') INHERITS (place);
CREATE TABLE capital (state char(2) UNIQUE) INHERITS (city);
-- rows
INSERT INTO sample VALUES (1, '2024-05-05', 3), (2, '2024-05-05', 4);
INSERT INTO capital (name, people, tags) VALUES ('p', 3, '{a}');
-- state: more for all
CREATE TABLE sample (device int NOT NULL, at timestamptz NOT NULL, value numeric DEFAULT 1, quality int NOT NULL DEFAULT 2, note text DEFAULT 'n', PRIMARY KEY (device, at)) PARTITION BY LIST (device);
CREATE TABLE sample_1 PARTITION OF sample FOR VALUES IN (1) PARTITION BY RANGE (at);
CREATE TABLE sample_1_2024 PARTITION OF sample_1 (quality DEFAULT 5, CONSTRAINT good CHECK (quality > 0)) FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE sample_1_rest PARTITION OF sample_1 DEFAULT;
CREATE TABLE sample_rest PARTITION OF sample (value DEFAULT -1) DEFAULT;
CREATE INDEX sample_at_ix ON sample (at DESC, value);
CREATE TABLE place (id bigserial PRIMARY KEY, name varchar(80) DEFAULT 'y', tags text[] NOT NULL DEFAULT '{}', CONSTRAINT named CHECK (name <> ''));
CREATE TABLE city (people bigint, name varchar(80) DEFAULT 'city') INHERITS (place);
CREATE TABLE capital (state char(2) UNIQUE, since date) INHERITS (city);
ALTER TABLE capital ALTER tags SET DEFAULT '{capital}';
-- state: fewer, and a trigger
CREATE TABLE sample (device int NOT NULL, at timestamptz NOT NULL, value numeric, quality int DEFAULT 3) PARTITION BY LIST (device);
CREATE TABLE sample_1 PARTITION OF sample FOR VALUES IN (1) PARTITION BY RANGE (at);
CREATE TABLE sample_1_2024 PARTITION OF sample_1 (quality DEFAULT 5, CONSTRAINT good CHECK (quality > 0)) FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE sample_1_2025 PARTITION OF sample_1 (value DEFAULT 7, quality NOT NULL) FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE sample_1_rest PARTITION OF sample_1 DEFAULT;
CREATE TABLE sample_rest PARTITION OF sample (value DEFAULT -1) DEFAULT;
CREATE FUNCTION clean() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN new.quality := 1; RETURN new; END';
CREATE TRIGGER cleaned BEFORE INSERT ON sample FOR EACH ROW EXECUTE FUNCTION clean();
ALTER TABLE sample_1_2024 DISABLE TRIGGER cleaned;
CREATE TABLE place (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text, tags jsonb);
CREATE TABLE city (people bigint, name text DEFAULT 'city') INHERITS (place);
CREATE TABLE capital (state varchar(3)) INHERITS (city);
