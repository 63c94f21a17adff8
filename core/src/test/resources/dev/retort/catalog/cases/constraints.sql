CREATE TABLE parent (
    a integer, b integer, c text NOT NULL,
    PRIMARY KEY (b, a) INCLUDE (c) WITH (fillfactor = 90),
    CONSTRAINT named UNIQUE (a, c) DEFERRABLE,
    UNIQUE (c, a) DEFERRABLE INITIALLY DEFERRED, UNIQUE (a), UNIQUE (c));
CREATE TABLE child (
    a integer CHECK (a > 0), b integer, c text, d text,
    CONSTRAINT several CHECK (a > 0 AND b > 0 OR c = ') (''"'),
    CONSTRAINT "just: function" CHECK (starts_with(c, 'x')),
    CONSTRAINT here_only CHECK (d IN ('x', 'y')) NO INHERIT,
    FOREIGN KEY (b, a) REFERENCES parent ON UPDATE CASCADE ON DELETE SET NULL,
    CONSTRAINT full_match FOREIGN KEY (b, a) REFERENCES parent (b, a) MATCH FULL ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (a) REFERENCES parent (a) ON UPDATE SET DEFAULT ON DELETE SET DEFAULT);
ALTER TABLE child ADD CONSTRAINT later CHECK (b < 100) NOT VALID;
ALTER TABLE child ADD CONSTRAINT unchecked FOREIGN KEY (c) REFERENCES parent (c) NOT VALID;
CREATE TABLE booking (
    room int4range, during tsrange, cancelled boolean,
    EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (NOT cancelled),
    CONSTRAINT half EXCLUDE USING gist (tsrange(lower(during), upper(during)) WITH &&) WITH (fillfactor = 50) DEFERRABLE);
CREATE SCHEMA far;
CREATE TABLE far.away (id integer PRIMARY KEY);
CREATE TABLE near (id integer REFERENCES far.away);
