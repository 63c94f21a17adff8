-- This script adds an e-mail address: see the ticket.
-- Revised: 2026-11-22
-- A revision: of the price list

-- Note: see ticket 7
-- https://example.com/revision: the plan
-- revision: c3
-- down_revision: b2
-- imported_from: flyway V "2.1" -1467837485
-- replaces: a1:77aa, b1:88bb
-- squashed_checksum: 99cc
-- Reviewed: by the team
-- Creates: a table, and migrates the rest
-- TODO: depends on the next release
-- The branch labels are as before, and the message says why
-- down_revision is the one of the other team

-- migrate: upgrade
-- Migration of customers, upgrade of their addresses
-- migrate the rest: nothing else is left
-- Transaction: this part is one
-- -- migrate: autocommit
-- "-- migrate: irreversible <reason>" says why
SELECT 1;
-- Downgrade: below
-- migrate: downgrade
-- migrate: nothing
