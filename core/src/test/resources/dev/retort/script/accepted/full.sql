-- SPDX-License-Identifier: Apache-2.0
-- note: free text, the block has no revision

/*
-- revision: not_this
*/

-- This script adds an e-mail address: see the guide
-- https://example.com/guide
--
--revision:3f9c2a7b1d04
-- down_revision: 8e1f0c5a9b22 , 9a
-- branch_labels: billing
-- depends_on: 77aa01bc92de,orders
-- message: add email: to customer
-- created: 2026-11-22T19:13:00Z
-- placeholders: true

-- migrate: upgrade
ALTER TABLE customer ADD COLUMN email text;
-- revision: a comment like any other
UPDATE customer SET email = '${default}';

-- migrate: autocommit
CREATE INDEX CONCURRENTLY ix_customer_email ON customer (email);
-- migrate: transaction

-- migrate: autocommit
VACUUM customer;
-- migrate: transaction
COPY customer (email) FROM stdin;
-- migrate: downgrade
\.

-- migrate: downgrade
-- migrate: autocommit
DROP INDEX CONCURRENTLY ix_customer_email;
-- migrate: transaction
ALTER TABLE customer DROP COLUMN email
