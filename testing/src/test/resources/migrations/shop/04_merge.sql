-- revision: c1
-- down_revision: b1, b2
-- message: merge orders

-- migrate: upgrade


-- migrate: downgrade
