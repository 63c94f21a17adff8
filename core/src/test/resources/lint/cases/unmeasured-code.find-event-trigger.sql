-- schema
CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int, status varchar(20));
CREATE FUNCTION log_it() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE orders SET amount = 1; END $$;
CREATE EVENT TRIGGER log_it ON ddl_command_end WHEN TAG IN ('COMMENT') EXECUTE FUNCTION log_it();
-- upgrade
COMMENT ON TABLE customer IS 'buyers';
