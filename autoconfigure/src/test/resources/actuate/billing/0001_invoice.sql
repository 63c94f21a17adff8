-- revision: dddd00000001
-- message: create invoice

-- migrate: upgrade
CREATE TABLE invoice (id bigint PRIMARY KEY);

-- migrate: downgrade
DROP TABLE invoice;
