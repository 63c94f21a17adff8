-- SPDX-License-Identifier: Apache-2.0

-- revision: 8e1f0c5a9b22
-- message: create customer

-- migrate: upgrade
CREATE TABLE customer (id bigint PRIMARY KEY, name text NOT NULL);

-- migrate: downgrade
DROP TABLE customer;
