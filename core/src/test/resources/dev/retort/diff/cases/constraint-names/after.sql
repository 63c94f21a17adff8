CREATE TABLE p (id int, CONSTRAINT pk_p PRIMARY KEY (id));
CREATE TABLE c (id int PRIMARY KEY, p_id int CONSTRAINT fkabc123 REFERENCES p, code text CONSTRAINT ukdef456 UNIQUE, CONSTRAINT c_id_check CHECK (id > 0));
CREATE INDEX idx_c_p ON c (p_id);
