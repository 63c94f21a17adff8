-- A product in several schemas.
-- state: catalog and sales
CREATE SCHEMA catalog; CREATE SCHEMA sales;
CREATE DOMAIN catalog.price AS numeric(12,2) CHECK (VALUE >= 0);
CREATE TABLE catalog.product (id serial PRIMARY KEY, sku text NOT NULL UNIQUE, price catalog.price NOT NULL);
CREATE TABLE sales."order" (id serial PRIMARY KEY, placed timestamp NOT NULL DEFAULT now());
CREATE TABLE sales.line ("order" int REFERENCES sales."order", product int REFERENCES catalog.product, amount int, PRIMARY KEY ("order", product));
CREATE VIEW sales.total AS SELECT "order", sum(amount * price) AS total FROM sales.line JOIN catalog.product ON id = product GROUP BY 1;
-- rows
INSERT INTO catalog.product (sku, price) VALUES ('a', 1.5), ('b', 2);
-- state: bigger keys and prices
CREATE SCHEMA catalog; CREATE SCHEMA sales;
CREATE DOMAIN catalog.price AS numeric(14,2) CHECK (VALUE >= 0) CHECK (VALUE < 1000000);
CREATE TABLE catalog.product (id bigserial PRIMARY KEY, sku text NOT NULL UNIQUE, price catalog.price NOT NULL, name text);
CREATE TABLE sales."order" (id bigserial PRIMARY KEY, placed timestamptz NOT NULL DEFAULT now(), state text NOT NULL DEFAULT 'open');
CREATE TABLE sales.line ("order" bigint REFERENCES sales."order" ON DELETE CASCADE, product bigint REFERENCES catalog.product, amount int, PRIMARY KEY ("order", product));
CREATE VIEW sales.total AS SELECT "order", sum(amount * price) AS total FROM sales.line JOIN catalog.product ON id = product GROUP BY 1;
CREATE INDEX line_product_ix ON sales.line (product) INCLUDE (amount);
-- rows
INSERT INTO catalog.product (sku, price) VALUES ('a', 1.5), ('b', 2);
-- state: stock, with functions across schemas
CREATE SCHEMA catalog; CREATE SCHEMA sales; CREATE SCHEMA stock;
CREATE DOMAIN catalog.price AS numeric(14,2) CHECK (VALUE >= 0);
CREATE TABLE catalog.product (id bigserial PRIMARY KEY, sku text NOT NULL UNIQUE, price catalog.price NOT NULL, search tsvector);
CREATE TYPE sales.state AS ENUM ('open', 'paid');
CREATE TABLE sales."order" (id bigserial PRIMARY KEY, placed timestamptz NOT NULL DEFAULT now(), state sales.state NOT NULL DEFAULT 'open');
CREATE TABLE sales.line ("order" bigint REFERENCES sales."order" ON DELETE CASCADE, product bigint REFERENCES catalog.product, amount int, PRIMARY KEY ("order", product));
SET check_function_bodies = off;
CREATE FUNCTION stock.available(product catalog.product) RETURNS bigint LANGUAGE sql STABLE AS
    $$ SELECT sum(amount) FROM stock.movement m WHERE m.product = $1.id $$ SET search_path = '';
CREATE TABLE stock.movement (product bigint NOT NULL REFERENCES catalog.product, amount int NOT NULL, at timestamptz DEFAULT now());
CREATE VIEW sales.total AS SELECT "order", sum(amount * price) AS total, count(*) AS lines FROM sales.line JOIN catalog.product ON id = product GROUP BY 1;
CREATE VIEW stock.level AS SELECT p.id, stock.available(p) AS available FROM catalog.product p;
-- state: in one schema
CREATE TABLE product (id bigserial PRIMARY KEY, sku text NOT NULL UNIQUE, price numeric(14,2) NOT NULL);
CREATE TABLE line (product bigint REFERENCES product, amount int);
