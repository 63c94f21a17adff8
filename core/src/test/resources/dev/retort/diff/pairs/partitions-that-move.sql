-- Partitions that are split, moved and removed, and tables that become partitioned, which PostgreSQL cannot do.
-- state: plain table
CREATE TABLE events (id bigserial PRIMARY KEY, project_id bigint NOT NULL, created_at timestamptz NOT NULL DEFAULT now(), data jsonb);
CREATE INDEX index_events_on_project ON events (project_id);
CREATE TABLE event_notes (event_id bigint REFERENCES events ON DELETE CASCADE, note text);
CREATE VIEW recent AS SELECT * FROM events WHERE created_at > now() - interval '1 day';
CREATE FUNCTION ins() RETURNS trigger LANGUAGE plpgsql AS $$ begin return new; end $$;
CREATE TRIGGER tr AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION ins();
-- state: partitioned
CREATE SEQUENCE events_id_seq;
CREATE TABLE events (id bigint DEFAULT nextval('events_id_seq') NOT NULL, project_id bigint NOT NULL, created_at timestamptz NOT NULL DEFAULT now(), data jsonb, PRIMARY KEY (id, created_at)) PARTITION BY RANGE (created_at);
ALTER SEQUENCE events_id_seq OWNED BY events.id;
CREATE TABLE events_000000 PARTITION OF events FOR VALUES FROM (MINVALUE) TO ('2024-01-01 00:00+00');
CREATE TABLE events_202401 PARTITION OF events FOR VALUES FROM ('2024-01-01 00:00+00') TO ('2024-02-01 00:00+00');
CREATE INDEX index_events_on_project ON events (project_id);
CREATE TABLE event_notes (event_id bigint, event_created_at timestamptz, note text, FOREIGN KEY (event_id, event_created_at) REFERENCES events ON DELETE CASCADE);
CREATE VIEW recent AS SELECT * FROM events WHERE created_at > now() - interval '1 day';
CREATE FUNCTION ins() RETURNS trigger LANGUAGE plpgsql AS $$ begin return new; end $$;
CREATE TRIGGER tr AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION ins();
-- state: other partitions
CREATE SCHEMA dynamic;
CREATE SEQUENCE events_id_seq;
CREATE TABLE events (id bigint DEFAULT nextval('events_id_seq') NOT NULL, project_id bigint NOT NULL, created_at timestamptz NOT NULL DEFAULT now(), data jsonb, extra text COLLATE "C", PRIMARY KEY (id, created_at)) PARTITION BY RANGE (created_at);
ALTER SEQUENCE events_id_seq OWNED BY events.id;
CREATE TABLE dynamic.events_202401 PARTITION OF events FOR VALUES FROM ('2024-01-01 00:00+00') TO ('2024-02-01 00:00+00');
CREATE TABLE dynamic.events_202402 (id bigint NOT NULL, project_id bigint NOT NULL, created_at timestamptz DEFAULT now() NOT NULL, data jsonb, extra text COLLATE "C");
CREATE INDEX index_events_on_project ON ONLY events (project_id);
CREATE INDEX events_202401_project_id_idx ON dynamic.events_202401 (project_id);
ALTER INDEX index_events_on_project ATTACH PARTITION dynamic.events_202401_project_id_idx;
ALTER TABLE events ATTACH PARTITION dynamic.events_202402 FOR VALUES FROM ('2024-02-01 00:00+00') TO ('2024-03-01 00:00+00');
CREATE TABLE event_notes (event_id bigint, note text);
-- state: another partition key
CREATE TABLE events (id bigint GENERATED ALWAYS AS IDENTITY, project_id int NOT NULL, created_at timestamptz NOT NULL DEFAULT now(), data jsonb, extra text, PRIMARY KEY (id, project_id)) PARTITION BY HASH (project_id);
CREATE TABLE events_0 PARTITION OF events FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE events_1 PARTITION OF events FOR VALUES WITH (MODULUS 2, REMAINDER 1);
