CREATE TABLE author (
    id bigint PRIMARY KEY,
    pen_name varchar(80),
    code text CONSTRAINT uq_author_code UNIQUE,
    debut_id bigint,
    debut_shelf integer
);
COMMENT ON COLUMN author.debut_id IS 'the first paper';
CREATE TABLE paper (
    id bigint PRIMARY KEY,
    title text,
    shelf integer,
    author_id bigint,
    author_code text,
    pages integer CONSTRAINT ck_pages CHECK (pages > 0),
    CONSTRAINT uq_paper_shelf UNIQUE (id, shelf)
);
CREATE INDEX ix_paper_author ON paper (author_id);
ALTER TABLE author ADD CONSTRAINT fk_author_debut FOREIGN KEY (debut_id, debut_shelf) REFERENCES paper (id, shelf);
ALTER TABLE paper ADD CONSTRAINT fk_paper_author FOREIGN KEY (author_id) REFERENCES author (id);
ALTER TABLE paper ADD CONSTRAINT fk_paper_code FOREIGN KEY (author_code) REFERENCES author (code);
