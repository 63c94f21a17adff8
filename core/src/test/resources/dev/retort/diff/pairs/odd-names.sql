-- Reserved words, mixed case, dots, quotes and letters of other scripts as names.
-- state: first
CREATE SCHEMA "My.Schema";
CREATE TYPE "My.Schema"."Étät" AS ENUM ('it''s', 'a "b"', 'c.d');
CREATE TABLE "My.Schema"."select" ("from" int CONSTRAINT "primary" PRIMARY KEY, "Group By" "My.Schema"."Étät" DEFAULT 'it''s', "日本" text);
CREATE TABLE "order" ("user" int REFERENCES "My.Schema"."select" ("from"), "a.b" text, "quo""te" text, CONSTRAINT "check" CHECK ("a.b" <> '''"'));
CREATE INDEX "ix.1" ON "order" ("quo""te", lower("a.b"));
CREATE VIEW "table" AS SELECT "user" AS "where", "a.b" AS "A.B" FROM "order";
-- rows
INSERT INTO "My.Schema"."select" VALUES (1, 'c.d', 'x');
INSERT INTO "order" VALUES (1, 'y', 'z');
-- state: types, values and columns change
CREATE SCHEMA "My.Schema";
CREATE TYPE "My.Schema"."Étät" AS ENUM ('it''s', 'né', 'a "b"', 'c.d');
CREATE TABLE "My.Schema"."select" ("from" bigint CONSTRAINT "primary" PRIMARY KEY, "Group By" "My.Schema"."Étät" DEFAULT 'a "b"', "日本" varchar(20) NOT NULL, "end" int DEFAULT 1);
CREATE TABLE "order" ("user" bigint REFERENCES "My.Schema"."select" ("from") ON DELETE CASCADE, "a.b" varchar(30), "quo""te" text, "quo" text GENERATED ALWAYS AS ("quo""te" || '"') STORED, CONSTRAINT "check" CHECK ("a.b" <> '"'));
CREATE INDEX "ix.1" ON "order" ("quo""te" DESC, lower("a.b"));
CREATE UNIQUE INDEX "ix""2" ON "order" ("user") WHERE "a.b" = 'it''s';
CREATE FUNCTION "do"("a.b" text, "$1" int DEFAULT 1) RETURNS text LANGUAGE sql AS 'SELECT "a.b"';
CREATE VIEW "table" AS SELECT "user" AS "where", "do"("a.b") AS "A.B" FROM "order";
COMMENT ON COLUMN "order"."quo""te" IS 'it''s "quoted" \ here';
-- state: a value less, and a trigger
CREATE SCHEMA "My.Schema";
CREATE TYPE "My.Schema"."Étät" AS ENUM ('it''s', 'c.d');
CREATE TABLE "My.Schema"."select" ("from" bigint CONSTRAINT "primary" PRIMARY KEY, "Group By" "My.Schema"."Étät" DEFAULT 'it''s', "日本" varchar(20) NOT NULL);
CREATE TABLE "order" ("user" bigint, "a.b" varchar(30), "quo""te" text, CONSTRAINT "check" CHECK ("a.b" <> '"'));
CREATE FUNCTION "do"() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER "when" BEFORE UPDATE OF "a.b", "quo""te" ON "order" FOR EACH ROW WHEN (old."quo""te" IS DISTINCT FROM new."quo""te") EXECUTE FUNCTION "do"();
-- state: other names
CREATE SCHEMA "my.schema";
CREATE TABLE "my.schema"."Select" ("From" bigint CONSTRAINT "Primary" PRIMARY KEY);
CREATE TABLE "Order" ("User" bigint, "a.b" varchar(30));
