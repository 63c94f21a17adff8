-- SPDX-License-Identifier: Apache-2.0

-- revision: ac88b1ab1700
-- down_revision: 50e63af330c4, ebc67ede2dee
-- message: merge billing into orders
-- created: 2026-10-01T10:00:00Z

-- migrate: upgrade

-- migrate: downgrade
