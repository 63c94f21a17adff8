-- SPDX-License-Identifier: Apache-2.0

-- revision: 0a0b0c0d0e02
-- message: create invoice

-- migrate: upgrade
CREATE TABLE invoice (id bigint PRIMARY KEY);

-- migrate: downgrade
DROP TABLE invoice;
