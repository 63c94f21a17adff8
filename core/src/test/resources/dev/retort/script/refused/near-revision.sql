-- Revision: a1
-- down_revision: b2

-- migrate: upgrade
