-- revision: a1
-- down_revision: b2

CREATE TABLE a ();
CREATE TABLE b ();
-- migrate: upgrade
