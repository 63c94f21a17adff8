-- Tables under many triggers.
-- state: one trigger function for all
CREATE SCHEMA audit;
CREATE TABLE audit.entry (id bigserial PRIMARY KEY, relation regclass, old_row jsonb, new_row jsonb, by name DEFAULT CURRENT_USER);
CREATE FUNCTION audit.record() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE e audit.entry; BEGIN INSERT INTO audit.entry (relation, new_row) VALUES (tg_relid, to_jsonb(new)); RETURN new; END $$;
CREATE TABLE person (id int PRIMARY KEY, name text, changed timestamptz);
CREATE TABLE company (id int PRIMARY KEY, boss int REFERENCES person);
CREATE TRIGGER recorded AFTER INSERT OR UPDATE ON person FOR EACH ROW EXECUTE FUNCTION audit.record();
CREATE TRIGGER recorded AFTER INSERT OR UPDATE ON company FOR EACH ROW EXECUTE FUNCTION audit.record();
-- state: with arguments, conditions and a disabled one
CREATE SCHEMA audit;
CREATE TABLE audit.entry (id bigserial PRIMARY KEY, relation regclass, row_before jsonb, row_after jsonb, by name DEFAULT CURRENT_USER, at timestamptz DEFAULT now());
CREATE FUNCTION audit.record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = audit AS $$
DECLARE e entry; BEGIN INSERT INTO entry (relation, row_after) VALUES (tg_relid, to_jsonb(new)); RETURN new; END $$;
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN new.changed := now(); RETURN new; END $$;
CREATE TABLE person (id bigint PRIMARY KEY, name varchar(50), changed timestamptz);
CREATE TABLE company (id int PRIMARY KEY, boss bigint REFERENCES person, name text);
CREATE TRIGGER recorded AFTER INSERT OR UPDATE OF name ON person FOR EACH ROW WHEN (new.name IS NOT NULL) EXECUTE FUNCTION audit.record('person');
CREATE TRIGGER stamped BEFORE UPDATE ON person FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION stamp();
CREATE CONSTRAINT TRIGGER checked AFTER UPDATE ON company DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.record();
ALTER TABLE company DISABLE TRIGGER checked;
CREATE TRIGGER listed AFTER INSERT ON company REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION audit.record();
-- state: a view in front of them
CREATE TABLE person (id bigint PRIMARY KEY, name varchar(50), changed timestamptz, alive boolean DEFAULT true NOT NULL);
CREATE FUNCTION write_person() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO person VALUES (new.id, new.name); RETURN new; END $$;
CREATE VIEW living AS SELECT id, name FROM person WHERE alive WITH LOCAL CHECK OPTION;
CREATE VIEW named AS SELECT id, upper(name) AS name FROM person;
CREATE TRIGGER written INSTEAD OF INSERT ON named FOR EACH ROW EXECUTE FUNCTION write_person();
-- state: the view over another type
CREATE TABLE person (id int PRIMARY KEY, name text, alive boolean DEFAULT true NOT NULL);
CREATE FUNCTION write_person() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO person VALUES (new.id, new.name); RETURN new; END $$;
CREATE VIEW living WITH (security_barrier) AS SELECT id, name FROM person WHERE alive;
CREATE VIEW named AS SELECT id, upper(name) AS name FROM person;
CREATE TRIGGER written INSTEAD OF INSERT ON named FOR EACH ROW EXECUTE FUNCTION write_person();
