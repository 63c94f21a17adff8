-- revision: aaaa00000001
-- message: create customer
-- created: 2026-11-20T08:00:00Z

-- migrate: upgrade
CREATE TABLE customer (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL);

-- migrate: irreversible the customers would be gone
