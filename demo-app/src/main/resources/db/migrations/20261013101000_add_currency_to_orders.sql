-- SPDX-License-Identifier: Apache-2.0

-- revision: 486ce0f08590
-- down_revision: b7a65699ed2d
-- message: add a currency to orders
-- created: 2026-10-13T10:10:00Z
-- placeholders: true

-- migrate: upgrade
-- The orders so far were in the shop's own currency: retort.placeholders.shop_currency.
ALTER TABLE orders ADD COLUMN currency varchar(3) NOT NULL DEFAULT '${shop_currency}';
ALTER TABLE orders ALTER COLUMN currency DROP DEFAULT;

-- migrate: downgrade
ALTER TABLE orders DROP COLUMN currency;
