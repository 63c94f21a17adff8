-- revision: a1
-- migrate: upgrade
CREATE TABLE t ();
