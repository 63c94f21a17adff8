-- Names that tables of a user have, and what the model makes wants.
-- state: tables of a user
CREATE TABLE legacy (id int CONSTRAINT item_pkey PRIMARY KEY, code int CONSTRAINT item_code_key UNIQUE);
CREATE INDEX item_price_ix ON legacy (code);
CREATE TABLE item_name_ix (a int);
CREATE SEQUENCE item_id_ix;
CREATE TABLE thing (id int, code int);
-- rows
INSERT INTO item_name_ix VALUES (1);
-- state: a new table and one that is there
CREATE TABLE item (id int PRIMARY KEY, code int UNIQUE, name text, price int);
CREATE INDEX item_price_ix ON item (price);
CREATE INDEX item_name_ix ON item (name);
CREATE INDEX item_price_ix1 ON item (price, name);
CREATE TABLE line (item int REFERENCES item, code int REFERENCES item (code));
CREATE TABLE thing (id int CONSTRAINT item_id_ix PRIMARY KEY, code int);
