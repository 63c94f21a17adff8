-- revision: c3
-- depends_on : b2
-- Depends_on: b2
-- down-revision: b2
-- DOWN REVISION: b2
-- down_revison = b2
-- Revises: b2
-- Down_revision b2
-- branch-labels billing
-- Message: not kept
-- creatd: 2026-11-22
-- squashed-checksum: 77
  -- down_revision: b2

-- depends_on: b2

-- migrate: upgrade
