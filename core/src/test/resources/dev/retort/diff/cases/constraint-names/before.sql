CREATE TABLE p (id int, CONSTRAINT p_pkey PRIMARY KEY (id));
CREATE TABLE c (id int PRIMARY KEY, p_id int CONSTRAINT fk_by_hand REFERENCES p, code text CONSTRAINT uq_by_hand UNIQUE, CONSTRAINT ck_by_hand CHECK (id > 0));
CREATE INDEX ix_by_hand ON c (p_id);
