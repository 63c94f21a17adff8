CREATE TABLE p (id uuid PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY, p_id uuid REFERENCES p (id));
CREATE INDEX ix_c_p ON c (p_id);
