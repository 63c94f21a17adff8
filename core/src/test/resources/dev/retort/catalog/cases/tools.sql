CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);
CREATE TABLE retort_history (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
CREATE TABLE retort_script (id serial PRIMARY KEY, text text);
CREATE INDEX of_script ON retort_script (text);
CREATE TABLE retort_progress (id integer);
CREATE TABLE flyway_schema_history (id integer);
CREATE TABLE databasechangelog (id integer);
CREATE TABLE databasechangeloglock (id integer);
CREATE VIEW of_tools AS SELECT a.id FROM retort_history a JOIN retort_script b ON a.id = b.id;
