-- The same key more than once.
-- state: in a new table
CREATE TABLE label (a int, b int, CONSTRAINT label_pk PRIMARY KEY (a));
ALTER TABLE label ADD CONSTRAINT label_one UNIQUE (a);
ALTER TABLE label ADD CONSTRAINT label_two UNIQUE (a, b);
ALTER TABLE label ADD CONSTRAINT label_three UNIQUE (a, b);
COMMENT ON CONSTRAINT label_three ON label IS 'the third';
CREATE UNIQUE INDEX label_four ON label (a, b);
-- state: in one that is there
CREATE TABLE label (a int, b int, CONSTRAINT label_pk PRIMARY KEY (a));
ALTER TABLE label ADD CONSTRAINT label_five UNIQUE (b);
ALTER TABLE label ADD CONSTRAINT label_six UNIQUE (b);
CREATE TABLE use_of_label (b int REFERENCES label (b));
-- state: deferrable ones beside plain ones
CREATE TABLE label (a int, b int, CONSTRAINT label_pk PRIMARY KEY (a) DEFERRABLE);
ALTER TABLE label ADD CONSTRAINT label_five UNIQUE (a);
ALTER TABLE label ADD CONSTRAINT label_six UNIQUE (a) DEFERRABLE INITIALLY DEFERRED;
CREATE TABLE use_of_label (b int REFERENCES label (a));
