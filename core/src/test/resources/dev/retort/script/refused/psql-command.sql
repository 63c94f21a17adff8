-- revision: a1
-- down_revision: b2

-- migrate: upgrade
\set x 1
