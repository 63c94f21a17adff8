-- since: 18
CREATE EXTENSION btree_gist;
CREATE TABLE room (
    id integer, during daterange, price integer, doubled integer GENERATED ALWAYS AS (price * 2),
    PRIMARY KEY (id, during WITHOUT OVERLAPS),
    UNIQUE (price, during WITHOUT OVERLAPS));
CREATE TABLE stay (
    room integer, during daterange, guest text CONSTRAINT insists NOT NULL, note text NOT NULL NO INHERIT, amount integer,
    FOREIGN KEY (room, PERIOD during) REFERENCES room (id, PERIOD during),
    CONSTRAINT lax CHECK (amount > 0) NOT ENFORCED);
ALTER TABLE stay ADD CONSTRAINT later NOT NULL amount NOT VALID;
CREATE TABLE plain (id integer PRIMARY KEY);
CREATE TABLE lax (id integer REFERENCES plain NOT ENFORCED);
CREATE TABLE infant (own text) INHERITS (stay);
CREATE TABLE a_table_with_a_name_that_is_nearly_as_long_as_names_may_be_here (a_column_with_quite_a_long_name_too integer NOT NULL);
