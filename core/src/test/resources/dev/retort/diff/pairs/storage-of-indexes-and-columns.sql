-- Which index CLUSTER and replication use, and options of columns for ANALYZE.
-- state: nothing of that
CREATE TABLE reading (id bigint CONSTRAINT reading_pkey PRIMARY KEY, sensor text NOT NULL, at timestamptz NOT NULL, level int);
CREATE INDEX reading_at_ix ON reading (at);
CREATE UNIQUE INDEX reading_sensor_ix ON reading (sensor, at);
-- rows
INSERT INTO reading VALUES (1, 'a', now(), 3);
-- state: both, and options
CREATE TABLE reading (id bigint CONSTRAINT reading_pkey PRIMARY KEY, sensor text NOT NULL, at timestamptz NOT NULL, level int);
CREATE INDEX reading_at_ix ON reading (at);
CREATE UNIQUE INDEX reading_sensor_ix ON reading (sensor, at);
ALTER TABLE reading CLUSTER ON reading_at_ix;
ALTER TABLE reading REPLICA IDENTITY USING INDEX reading_sensor_ix;
ALTER TABLE reading ALTER COLUMN sensor SET (n_distinct = 200), ALTER COLUMN sensor SET STATISTICS 300,
    ALTER COLUMN level SET (n_distinct = -0.5, n_distinct_inherited = -0.1);
CREATE TABLE "Log of.all" ("the ""key""" int, note text, CONSTRAINT "Log pk" PRIMARY KEY ("the ""key"""));
ALTER TABLE "Log of.all" CLUSTER ON "Log pk";
ALTER TABLE "Log of.all" ALTER COLUMN "the ""key""" SET (n_distinct = -1);
-- state: the indexes are built again
CREATE TABLE reading (id bigint CONSTRAINT reading_pkey PRIMARY KEY, sensor text NOT NULL, at timestamptz NOT NULL, level bigint, site int NOT NULL DEFAULT 0);
CREATE INDEX reading_at_ix ON reading (at DESC, level);
CREATE UNIQUE INDEX reading_sensor_ix ON reading (sensor, at, site);
ALTER TABLE reading CLUSTER ON reading_at_ix;
ALTER TABLE reading REPLICA IDENTITY USING INDEX reading_sensor_ix;
ALTER TABLE reading ALTER COLUMN sensor SET (n_distinct = 300), ALTER COLUMN level SET (n_distinct = -0.5);
CREATE TABLE "Log of.all" ("the ""key""" bigint, note text, part int NOT NULL, CONSTRAINT "Log pk" PRIMARY KEY ("the ""key""", part));
ALTER TABLE "Log of.all" CLUSTER ON "Log pk";
-- state: the key is used, and the index has another name
CREATE TABLE reading (id bigint CONSTRAINT reading_pkey PRIMARY KEY, sensor text NOT NULL, at timestamptz NOT NULL, level bigint, site int NOT NULL DEFAULT 0);
CREATE INDEX reading_at_level_ix ON reading (at DESC, level);
CREATE UNIQUE INDEX reading_sensor_site_ix ON reading (sensor, at, site);
ALTER TABLE reading CLUSTER ON reading_pkey;
ALTER TABLE reading REPLICA IDENTITY USING INDEX reading_sensor_site_ix;
ALTER TABLE reading ALTER COLUMN level SET (n_distinct = -0.5);
CREATE TABLE "Log of.all" ("the ""key""" bigint, note text, part int NOT NULL, CONSTRAINT "Log pk 2" PRIMARY KEY ("the ""key""", part));
ALTER TABLE "Log of.all" CLUSTER ON "Log pk 2";
-- state: indexes over a function of the row
CREATE TABLE reading (id bigint, sensor text NOT NULL, at timestamptz NOT NULL, level bigint, site int NOT NULL DEFAULT 0);
CREATE FUNCTION rank_of(reading) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT $1.level * 2 $$;
CREATE INDEX reading_rank_ix ON reading (rank_of(reading));
ALTER TABLE reading CLUSTER ON reading_rank_ix;
CREATE TABLE later (id int NOT NULL);
CREATE FUNCTION rank_of(later) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT $1.id * 2 $$;
CREATE INDEX later_rank_ix ON later (rank_of(later));
ALTER TABLE later CLUSTER ON later_rank_ix;
-- state: neither
CREATE TABLE reading (id bigint, sensor text NOT NULL, at timestamptz NOT NULL, level bigint);
CREATE INDEX reading_at_ix ON reading (at);
