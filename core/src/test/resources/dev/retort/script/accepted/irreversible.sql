-- revision: a1
-- down_revision: b2

-- migrate: upgrade
CREATE TABLE t ();

-- migrate: irreversible the rows are gone
