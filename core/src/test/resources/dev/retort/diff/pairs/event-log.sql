-- A partitioned log of events as it grows over releases.
-- state: first release
CREATE TYPE event_kind AS ENUM ('created', 'updated', 'deleted');
CREATE TABLE tenant (id bigserial PRIMARY KEY, slug text NOT NULL UNIQUE);
CREATE TABLE event (id bigint GENERATED ALWAYS AS IDENTITY, tenant_id bigint NOT NULL REFERENCES tenant (id), kind event_kind NOT NULL,
    at timestamptz NOT NULL DEFAULT now(), payload json) PARTITION BY RANGE (at);
CREATE TABLE event_2024 PARTITION OF event FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE INDEX event_tenant_ix ON event (tenant_id, at DESC);
-- state: a key, jsonb and a value more
CREATE TYPE event_kind AS ENUM ('created', 'updated', 'archived', 'deleted');
CREATE TABLE tenant (id bigserial PRIMARY KEY, slug text NOT NULL UNIQUE, plan text NOT NULL DEFAULT 'free' CHECK (plan IN ('free', 'paid')));
CREATE TABLE event (id bigint GENERATED ALWAYS AS IDENTITY, tenant_id bigint NOT NULL REFERENCES tenant (id), kind event_kind NOT NULL,
    at timestamptz NOT NULL DEFAULT now(), payload jsonb NOT NULL DEFAULT '{}', PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE event_2024 PARTITION OF event FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE event_2025 PARTITION OF event FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE INDEX event_tenant_ix ON event (tenant_id, at DESC);
CREATE INDEX event_payload_ix ON event USING gin (payload);
-- state: a view, a function and a trigger
CREATE TYPE event_kind AS ENUM ('created', 'updated', 'archived', 'deleted');
CREATE TABLE tenant (id bigserial PRIMARY KEY, slug varchar(60) NOT NULL UNIQUE, plan text NOT NULL DEFAULT 'free', events bigint NOT NULL DEFAULT 0);
CREATE TABLE event (id bigint GENERATED ALWAYS AS IDENTITY, tenant_id bigint NOT NULL REFERENCES tenant (id) ON DELETE CASCADE, kind event_kind NOT NULL,
    at timestamptz NOT NULL DEFAULT now(), payload jsonb NOT NULL DEFAULT '{}', source text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE event_2024 PARTITION OF event FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE event_2025 PARTITION OF event FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE INDEX event_tenant_ix ON event (tenant_id, at DESC) WHERE kind <> 'deleted';
CREATE FUNCTION count_event() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN UPDATE tenant SET events = events + 1 WHERE id = new.tenant_id; RETURN new; END $$;
CREATE TRIGGER counted AFTER INSERT ON event FOR EACH ROW EXECUTE FUNCTION count_event();
CREATE VIEW daily AS SELECT tenant_id, date_trunc('day', at) AS day, count(*) AS n FROM event GROUP BY 1, 2;
CREATE MATERIALIZED VIEW monthly AS SELECT tenant_id, date_trunc('month', day) AS month, sum(n) AS n FROM daily GROUP BY 1, 2;
CREATE UNIQUE INDEX monthly_ix ON monthly (tenant_id, month);
-- state: the view has other columns
CREATE TYPE event_kind AS ENUM ('created', 'updated', 'archived', 'deleted');
CREATE TABLE tenant (id bigserial PRIMARY KEY, slug varchar(60) NOT NULL UNIQUE, plan text NOT NULL DEFAULT 'free', events bigint NOT NULL DEFAULT 0);
CREATE TABLE event (id bigint GENERATED ALWAYS AS IDENTITY, tenant_id bigint NOT NULL REFERENCES tenant (id) ON DELETE CASCADE, kind event_kind NOT NULL,
    at timestamptz NOT NULL DEFAULT now(), payload jsonb NOT NULL DEFAULT '{}', source varchar(20), PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE event_2024 PARTITION OF event FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE event_2025 PARTITION OF event FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE event_rest PARTITION OF event DEFAULT;
CREATE FUNCTION count_event() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN UPDATE tenant SET events = events + 2 WHERE id = new.tenant_id; RETURN new; END $$;
CREATE TRIGGER counted AFTER INSERT OR UPDATE ON event FOR EACH ROW EXECUTE FUNCTION count_event();
CREATE VIEW daily AS SELECT tenant_id, kind, source, date_trunc('day', at) AS day, count(*) AS n FROM event GROUP BY 1, 2, 3, 4;
CREATE MATERIALIZED VIEW monthly AS SELECT tenant_id, date_trunc('month', day) AS month, sum(n) AS n FROM daily GROUP BY 1, 2;
CREATE UNIQUE INDEX monthly_ix ON monthly (tenant_id, month);
