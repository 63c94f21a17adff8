-- revision: a1
-- down_revision: 
-- message: create customer

-- migrate: upgrade
CREATE TABLE customer (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL);

-- migrate: downgrade
DROP TABLE customer;
