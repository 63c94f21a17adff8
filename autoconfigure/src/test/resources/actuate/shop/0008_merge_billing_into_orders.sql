-- revision: f1648d2e05ca
-- down_revision: e5720a9d63bc, d09e3b57c1f8
-- message: merge billing into orders
-- created: 2026-11-17T09:00:00Z

-- migrate: upgrade

-- migrate: downgrade
-- migrate: nothing
