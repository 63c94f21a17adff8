CREATE SCHEMA billing;
COMMENT ON SCHEMA billing IS 'money';
CREATE TYPE billing.state AS ENUM ('open', 'paid');
CREATE TABLE billing.invoice (id serial PRIMARY KEY, state billing.state DEFAULT 'open' NOT NULL);
