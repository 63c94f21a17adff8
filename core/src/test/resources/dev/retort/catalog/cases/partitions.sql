CREATE FUNCTION fires() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE target (id integer PRIMARY KEY);
CREATE TABLE events (id bigint, at date, kind text DEFAULT 'x' NOT NULL, ref integer REFERENCES target,
    PRIMARY KEY (id, at), CHECK (kind <> '')) PARTITION BY RANGE (at);
CREATE INDEX events_kind ON events (kind);
CREATE TRIGGER fires AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION fires();
CREATE TABLE events_2020 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT PARTITION BY HASH (id);
CREATE TABLE events_rest_0 PARTITION OF events_rest FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE INDEX own ON events_2020 (ref);
CREATE TABLE listed (code text) PARTITION BY LIST (lower(code));
CREATE TABLE listed_ab PARTITION OF listed FOR VALUES IN ('a', 'b', NULL);
CREATE TABLE refers (event bigint, at date, FOREIGN KEY (event, at) REFERENCES events);
