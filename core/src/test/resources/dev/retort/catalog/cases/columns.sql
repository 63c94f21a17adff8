CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE types (
    a smallint, b integer, c bigint, d numeric, e numeric(10, 2), f real, g double precision,
    h varchar, i varchar(50), j char, k char(3), l text, m bytea, n boolean, o date, p time(3), q timestamp,
    r timestamptz(0), s interval, t interval day to second(2), u uuid, v json, w jsonb, x inet, y bit(4), z bit varying(8),
    aa integer[], ab varchar(5)[], ac mood, ad mood[], ae int4range, af xml, ag money, ah point, ai tsvector, aj "char");
CREATE TABLE defaults (
    a text DEFAULT 'it''s', b varchar(9) DEFAULT 'x', c integer DEFAULT -1, d boolean DEFAULT 't', e timestamptz DEFAULT now(),
    f timestamptz DEFAULT current_timestamp, g timestamptz DEFAULT '2020-01-01 00:00+02', h mood DEFAULT 'sad',
    i integer[] DEFAULT '{1,2}', j interval DEFAULT '1 day 2 hours', k date DEFAULT '2020-02-03', l bytea DEFAULT '\x00ff',
    m double precision DEFAULT 0.1, n boolean DEFAULT (1 > 0 AND 2 > 1), o jsonb DEFAULT '{"a": [1]}', p text DEFAULT E'a\\b');
CREATE TABLE kept (
    a text COLLATE "C", b varchar(10) COLLATE "POSIX", c text NOT NULL, d text, e text, "Größe" integer, "a""b" integer, dropped text);
ALTER TABLE kept ALTER d SET STORAGE EXTERNAL, ALTER e SET STATISTICS 500, ALTER a SET STATISTICS 0, DROP dropped;
