-- SPDX-License-Identifier: Apache-2.0

-- revision: 0a0b0c0d0e01
-- message: create purchase

-- migrate: upgrade
CREATE TABLE purchase (id bigint PRIMARY KEY);

-- migrate: downgrade
DROP TABLE purchase;
