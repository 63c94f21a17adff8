-- revision: aaa1
-- message: create customer

-- migrate: upgrade
CREATE TABLE customer (id bigint PRIMARY KEY);

-- migrate: downgrade
DROP TABLE customer;
