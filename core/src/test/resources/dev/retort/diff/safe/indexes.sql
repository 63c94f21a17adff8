CREATE INDEX ix_customer_email ON customer (lower(email)) WHERE email IS NOT NULL;
COMMENT ON INDEX ix_customer_email IS 'how they are found';
DROP INDEX ix_customer_name;
CREATE UNIQUE INDEX ix_customer_name ON customer (name, id);
