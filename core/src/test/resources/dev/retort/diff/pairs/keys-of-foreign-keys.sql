-- Foreign keys over columns that have several keys: PostgreSQL uses the one that was created first.
-- state: one key
CREATE TABLE city (id int CONSTRAINT city_one UNIQUE, zone int);
CREATE TABLE shop (city_id int CONSTRAINT shop_city REFERENCES city (id));
-- rows
INSERT INTO city VALUES (1, 1), (2, 1);
INSERT INTO shop VALUES (1), (2);
-- state: a second one
CREATE TABLE city (id int CONSTRAINT city_one UNIQUE, zone int);
ALTER TABLE city ADD CONSTRAINT city_two UNIQUE (id);
CREATE TABLE shop (city_id int CONSTRAINT shop_city REFERENCES city (id));
-- state: the second one was first
CREATE TABLE city (id int CONSTRAINT city_two UNIQUE, zone int);
ALTER TABLE city ADD CONSTRAINT city_one UNIQUE (id);
CREATE TABLE shop (city_id int CONSTRAINT shop_city REFERENCES city (id));
-- state: without the other
CREATE TABLE city (id int CONSTRAINT city_two UNIQUE, zone int);
CREATE TABLE shop (city_id int CONSTRAINT shop_city REFERENCES city (id));
-- state: and with it again, under the name of the one that was used
CREATE TABLE city (id int CONSTRAINT city_one UNIQUE, zone int);
ALTER TABLE city ADD CONSTRAINT city_two UNIQUE (id);
CREATE TABLE shop (city_id int CONSTRAINT shop_city REFERENCES city (id));
-- state: without the one that is used
CREATE TABLE city (id int CONSTRAINT city_two UNIQUE, zone int);
CREATE TABLE shop (city_id int CONSTRAINT shop_city REFERENCES city (id));
-- state: renamed
CREATE TABLE city (id int CONSTRAINT city_three UNIQUE, zone int);
CREATE TABLE shop (city_id int CONSTRAINT shop_city REFERENCES city (id));
-- state: renamed, with a new one under the old name
CREATE TABLE city (id int CONSTRAINT city_four UNIQUE, zone int);
ALTER TABLE city ADD CONSTRAINT city_three UNIQUE (id);
CREATE TABLE shop (city_id int CONSTRAINT shop_city REFERENCES city (id));
-- state: a primary key in the place of one
CREATE TABLE city (id int CONSTRAINT city_four PRIMARY KEY, zone int);
CREATE TABLE shop (city_id int CONSTRAINT shop_city REFERENCES city (id));
-- state: a unique constraint beside it
CREATE TABLE city (id int CONSTRAINT city_four PRIMARY KEY, zone int);
ALTER TABLE city ADD CONSTRAINT city_five UNIQUE (id);
CREATE TABLE shop (city_id int CONSTRAINT shop_city REFERENCES city (id));
-- state: a unique index in the place of the primary key
CREATE TABLE city (id int, zone int);
CREATE UNIQUE INDEX city_four ON city (id) INCLUDE (zone);
CREATE UNIQUE INDEX city_six ON city (id);
CREATE TABLE shop (city_id int CONSTRAINT shop_city REFERENCES city (id));
-- state: without a column of the index
CREATE TABLE city (id int);
CREATE UNIQUE INDEX city_four ON city (id);
CREATE UNIQUE INDEX city_six ON city (id DESC);
CREATE TABLE shop (city_id int CONSTRAINT shop_city REFERENCES city (id));
-- state: deferrable, which no foreign key uses
CREATE TABLE city (id int, CONSTRAINT city_four UNIQUE (id) DEFERRABLE, CONSTRAINT city_seven UNIQUE (id));
CREATE UNIQUE INDEX city_six ON city (id) WHERE id > 0;
CREATE TABLE shop (city_id int CONSTRAINT shop_city REFERENCES city (id));
-- state: a table less
CREATE TABLE city (id int, CONSTRAINT city_seven UNIQUE (id));
