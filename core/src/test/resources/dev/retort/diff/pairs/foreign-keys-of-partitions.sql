-- Foreign keys that refer to partitions, whose keys are attached to those of the table above.
-- state: before
CREATE TABLE stay (id int, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE stay_20 PARTITION OF stay FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE bill (id int, stay_id int, at date) PARTITION BY LIST (id);
CREATE TABLE bill_1 PARTITION OF bill FOR VALUES IN (1);
ALTER TABLE bill ADD CONSTRAINT fk_stay FOREIGN KEY (stay_id, at) REFERENCES stay (id, at);
-- rows
INSERT INTO stay VALUES (1, '2020-02-02');
INSERT INTO bill VALUES (1, 1, '2020-02-02');
-- state: another key
CREATE TABLE stay (id bigint, at date, PRIMARY KEY (at, id)) PARTITION BY RANGE (at);
CREATE TABLE stay_20 PARTITION OF stay FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE bill (id int, stay_id bigint, at date) PARTITION BY LIST (id);
CREATE TABLE bill_1 PARTITION OF bill FOR VALUES IN (1);
CREATE TABLE bill_2 PARTITION OF bill FOR VALUES IN (2);
ALTER TABLE bill_2 ADD CONSTRAINT fk_stay_20 FOREIGN KEY (stay_id, at) REFERENCES stay_20 (id, at);
ALTER TABLE bill ADD CONSTRAINT fk_stay FOREIGN KEY (stay_id, at) REFERENCES stay (id, at) ON DELETE CASCADE DEFERRABLE;
-- state: and another
CREATE TABLE stay (id bigint, at date, UNIQUE (id, at)) PARTITION BY RANGE (at);
CREATE TABLE stay_20 PARTITION OF stay FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE bill (id int, stay_id bigint, at date) PARTITION BY LIST (id);
CREATE TABLE bill_2 PARTITION OF bill FOR VALUES IN (2);
ALTER TABLE bill_2 ADD CONSTRAINT fk_stay_20 FOREIGN KEY (stay_id, at) REFERENCES stay_20 (id, at);
