-- SPDX-License-Identifier: Apache-2.0

-- revision: e4f2982fd898
-- down_revision: 3b492bcded5c
-- message: drop the fax numbers of customers
-- created: 2026-10-27T15:00:00Z

-- migrate: upgrade
ALTER TABLE customers DROP COLUMN fax;

-- migrate: irreversible the fax numbers are deleted; only a backup from before has them
