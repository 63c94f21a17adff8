-- SPDX-License-Identifier: Apache-2.0

-- revision: 3f9c2a7b1d04
-- down_revision: 8e1f0c5a9b22
-- message: add email to customer

-- migrate: upgrade
ALTER TABLE customer ADD COLUMN email text;

-- migrate: downgrade
ALTER TABLE customer DROP COLUMN email;
