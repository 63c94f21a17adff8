-- SPDX-License-Identifier: Apache-2.0

-- revision: 0a0b0c0d0e03
-- message: alter a table that is not there

-- migrate: upgrade
CREATE TABLE rolled_back (id bigint);
ALTER TABLE missing
    ADD COLUMN email text;

-- migrate: downgrade
-- migrate: nothing
