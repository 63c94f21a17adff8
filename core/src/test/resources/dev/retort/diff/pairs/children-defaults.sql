-- Defaults and NOT NULL that children have for themselves.
-- state: of tables that inherit
CREATE TABLE animal (id int, legs int DEFAULT 4, name text NOT NULL DEFAULT 'x');
CREATE TABLE bird (wings int DEFAULT 2) INHERITS (animal);
ALTER TABLE bird ALTER legs SET DEFAULT 2, ALTER id SET NOT NULL;
CREATE TABLE snake () INHERITS (animal);
ALTER TABLE snake ALTER legs DROP DEFAULT;
CREATE TABLE owl () INHERITS (bird);
-- state: another default of the parent
CREATE TABLE animal (id int, legs int DEFAULT 6, name text DEFAULT 'y');
CREATE TABLE bird (wings int DEFAULT 2) INHERITS (animal);
ALTER TABLE bird ALTER legs SET DEFAULT 2, ALTER id SET NOT NULL, ALTER name SET NOT NULL;
CREATE TABLE snake () INHERITS (animal);
ALTER TABLE snake ALTER legs DROP DEFAULT;
CREATE TABLE owl () INHERITS (bird);
ALTER TABLE owl ALTER legs SET DEFAULT 3;
-- state: none of the parent, their own as before
CREATE TABLE animal (id int, legs int, name text DEFAULT 'y');
CREATE TABLE bird (wings int DEFAULT 2) INHERITS (animal);
ALTER TABLE bird ALTER legs SET DEFAULT 5;
CREATE TABLE snake () INHERITS (animal);
CREATE TABLE owl () INHERITS (bird);
-- state: of partitions
CREATE TABLE log (day date NOT NULL, level int DEFAULT 1, host text DEFAULT 'a') PARTITION BY RANGE (day);
CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
ALTER TABLE log_1 ALTER level SET DEFAULT 9;
CREATE TABLE log_2 PARTITION OF log (host DEFAULT 'b') FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
-- state: another default of the whole
CREATE TABLE log (day date NOT NULL, level int DEFAULT 2 NOT NULL, host text) PARTITION BY RANGE (day);
CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
ALTER TABLE log_1 ALTER level SET DEFAULT 9;
CREATE TABLE log_2 PARTITION OF log (host DEFAULT 'b') FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
