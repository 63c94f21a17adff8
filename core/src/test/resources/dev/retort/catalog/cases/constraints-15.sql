-- since: 15
CREATE TABLE parent (tenant integer, id integer, PRIMARY KEY (tenant, id));
CREATE TABLE child (
    tenant integer, parent integer, code text,
    UNIQUE NULLS NOT DISTINCT (code),
    FOREIGN KEY (tenant, parent) REFERENCES parent ON DELETE SET NULL (parent));
CREATE UNIQUE INDEX one_each ON child (parent) NULLS NOT DISTINCT;
CREATE UNLOGGED SEQUENCE fast;
CREATE VIEW safe WITH (security_invoker = true) AS SELECT c.code FROM child c JOIN parent p USING (tenant);
