-- Changes of several tables that need each other, or need names that the others give up.
-- state: before
CREATE TABLE alpha (id serial PRIMARY KEY, label text, rank integer CONSTRAINT shared_name UNIQUE, old text);
CREATE TABLE beta (id integer PRIMARY KEY, label text, alpha_rank integer, old text,
    CONSTRAINT fk_beta_rank FOREIGN KEY (alpha_rank) REFERENCES alpha (rank));
CREATE TABLE gamma (id integer PRIMARY KEY DEFAULT nextval('alpha_id_seq'), kind integer, old text);
CREATE TABLE parent (id integer, note text, old text);
CREATE TABLE child (extra text, old_extra text) INHERITS (parent);
-- rows
INSERT INTO alpha (label, rank, old) VALUES ('a', 1, 'x'), ('b', 2, 'y');
INSERT INTO beta VALUES (1, 'c', 1, 'x');
INSERT INTO gamma VALUES (7, 1, 'x');
INSERT INTO child VALUES (1, 'n', 'o', 'e', 'f');
-- state: keys both ways
CREATE TABLE alpha (id integer PRIMARY KEY, label varchar(40), rank integer, beta_label text, gamma_kind integer,
    CONSTRAINT ck_alpha CHECK (rank > 0));
CREATE TABLE beta (id integer PRIMARY KEY, label text, alpha_rank integer, alpha_id integer, gamma_id bigint,
    CONSTRAINT shared_name UNIQUE (label));
COMMENT ON COLUMN beta.gamma_id IS 'gamma';
CREATE TABLE gamma (id bigint PRIMARY KEY, kind integer, alpha_id integer, CONSTRAINT uq_kind UNIQUE (kind));
CREATE TABLE parent (id integer, note varchar(20), fresh text DEFAULT 'f');
CREATE TABLE child (extra text, fresh_extra integer) INHERITS (parent);
ALTER TABLE child ALTER COLUMN fresh SET DEFAULT 'c';
CREATE TABLE delta (id integer PRIMARY KEY, alpha_id integer REFERENCES alpha);
ALTER TABLE alpha ADD CONSTRAINT fk_alpha_label FOREIGN KEY (beta_label) REFERENCES beta (label) DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT fk_alpha_kind FOREIGN KEY (gamma_kind) REFERENCES gamma (kind);
ALTER TABLE beta ADD CONSTRAINT fk_beta_alpha FOREIGN KEY (alpha_id) REFERENCES alpha,
    ADD CONSTRAINT fk_beta_gamma FOREIGN KEY (gamma_id) REFERENCES gamma;
ALTER TABLE gamma ADD CONSTRAINT fk_gamma_alpha FOREIGN KEY (alpha_id) REFERENCES alpha (id);
CREATE UNIQUE INDEX ux_rank ON alpha (rank);
ALTER TABLE beta ADD CONSTRAINT fk_beta_rank FOREIGN KEY (alpha_rank) REFERENCES alpha (rank);
CREATE VIEW beta_ranks AS SELECT b.id, a.rank FROM beta b JOIN alpha a ON a.rank = b.alpha_rank;
-- state: row types and functions
CREATE FUNCTION positive(integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 > 0';
CREATE TABLE alpha (id integer PRIMARY KEY, label varchar(40), rank integer, beta_label text,
    CONSTRAINT ck_alpha CHECK (positive(rank)));
CREATE TABLE beta (id integer PRIMARY KEY, label text, whole alpha, alpha_id integer,
    CONSTRAINT uq_beta_label UNIQUE (label));
CREATE TABLE gamma (id bigint PRIMARY KEY, kind integer, first_alpha alpha, alpha_id integer, CONSTRAINT shared_name UNIQUE (kind));
ALTER TABLE gamma ADD CONSTRAINT fk_gamma_alpha FOREIGN KEY (alpha_id) REFERENCES alpha (id);
ALTER TABLE beta ADD CONSTRAINT fk_beta_alpha FOREIGN KEY (alpha_id) REFERENCES alpha;
ALTER TABLE alpha ADD CONSTRAINT fk_alpha_label FOREIGN KEY (beta_label) REFERENCES beta (label);
CREATE TABLE parent (id integer, note varchar(20));
CREATE TABLE child (extra text) INHERITS (parent);
