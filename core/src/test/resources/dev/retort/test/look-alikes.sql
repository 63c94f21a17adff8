-- Look-alikes in public of what pg_catalog has, made by a role without privileges. Each notes its use in a file, which only a
-- superuser may write, and which no rollback reverts. {folder} is where.

CREATE FUNCTION public.spy(what pg_catalog.text) RETURNS boolean LANGUAGE plpgsql VOLATILE COST 0.0001
SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
    EXECUTE format('COPY (SELECT %L || '' used in '' || current_query()) TO %L', what, '{folder}/' || md5(what));
    RETURN true;
END $body$;

CREATE TEMPORARY TABLE made (signature pg_catalog.text PRIMARY KEY);

-- What resolves operands that differ from the catalog's own: the types that bind parameters, catalogs and our tables have.
CREATE TEMPORARY TABLE operand AS
SELECT t::pg_catalog.regtype AS type FROM unnest('{name,varchar,text,"\"char\"",oid,regclass,regnamespace,int2,int4,int8,
    numeric,float8,bool,timestamptz,interval,jsonb,uuid,text[],name[],oid[],int2[]}'::pg_catalog.text[]) AS t;

-- What each of them is taken for by default.
CREATE TEMPORARY TABLE coercion AS
SELECT type, type AS target FROM operand
UNION SELECT castsource, casttarget FROM pg_cast WHERE castcontext = 'i'
UNION SELECT type, unnest('{anyarray,anycompatiblearray}'::pg_catalog.regtype[]) FROM operand WHERE type::pg_catalog.text ~ ']$'
UNION SELECT type, unnest('{anyelement,anycompatible}'::pg_catalog.regtype[]) FROM operand
UNION SELECT type, 'anynonarray' FROM operand WHERE type::pg_catalog.text !~ ']$';

CREATE FUNCTION pg_temp.make(name pg_catalog.text, arguments pg_catalog.text, result pg_catalog.text)
RETURNS boolean LANGUAGE plpgsql AS $body$
DECLARE
    signature text := format('%I(%s)', name, arguments);
    nothing boolean := result ~ '^(SETOF|TABLE)' OR result = 'void';
BEGIN
    INSERT INTO made VALUES (signature) ON CONFLICT DO NOTHING;
    IF FOUND THEN
        EXECUTE format(
            'CREATE FUNCTION public.%s RETURNS %s LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS %L',
            signature, result,
            format('BEGIN PERFORM public.spy(%L); RETURN%s; END', signature, CASE WHEN nothing THEN '' ELSE ' NULL' END));
        RETURN true;
    END IF;
    RETURN false;
END $body$;

-- Every operator of the catalog, for every pair of these types that it takes.
DO $do$
DECLARE
    o record;
    function pg_catalog.text;
BEGIN
    FOR o IN
        SELECT n.oprname, n.left AS l, n.right AS r, coalesce(
            (SELECT e.oprresult FROM pg_operator AS e WHERE e.oprname = n.oprname AND e.oprleft = n.left
                AND e.oprright = n.right AND e.oprnamespace = 'pg_catalog'::regnamespace),
            CASE WHEN n.truth THEN 'bool'::regtype WHEN n.oprname = '||' THEN 'text'::regtype ELSE n.left END)::regtype
            AS result
        FROM (SELECT oprname, l.type AS left, r.type AS right, bool_and(oprresult = 'bool'::regtype) AS truth
              FROM pg_operator, coercion AS l, coercion AS r
              WHERE oprnamespace = 'pg_catalog'::regnamespace AND l.target = oprleft AND r.target = oprright
                  AND l.type IN (SELECT type FROM operand) AND r.type IN (SELECT type FROM operand)
              GROUP BY oprname, l.type, r.type) AS n
    LOOP
        function := format('operator gives %s', o.result);
        PERFORM pg_temp.make(function, format('%s, %s', o.l, o.r), o.result::text);
        EXECUTE format('CREATE OPERATOR public.%s (FUNCTION = public.%I, LEFTARG = %s, RIGHTARG = %s)',
            o.oprname, function, o.l, o.r);
    END LOOP;
END $do$;

-- Every function and aggregate of the catalog with up to three arguments: as it is, and with arguments of types that win over
-- the catalog's when a bind parameter, a name or a number is given.
CREATE FUNCTION pg_temp.alternatives(type pg_catalog.regtype) RETURNS pg_catalog.text[] LANGUAGE sql AS $body$
    SELECT CASE type::text
        WHEN 'text' THEN '{text,varchar,name}'
        WHEN 'name' THEN '{name,text,varchar}'
        WHEN 'oid' THEN '{oid,regclass}'
        WHEN 'regclass' THEN '{regclass,text,varchar}'
        WHEN 'anyarray' THEN '{anyarray,text[],name[],int4[]}'
        WHEN 'anyelement' THEN '{anyelement,text,varchar,int4}'
        WHEN '"any"' THEN '{text,varchar,name,oid,int8,int4}'
        WHEN 'integer' THEN '{int4,int8}'
        WHEN 'double precision' THEN '{float8,numeric}'
        ELSE ARRAY[type::text] END::text[]
$body$;

DO $do$
DECLARE
    f record;
    arguments pg_catalog.text;
    state pg_catalog.text;
BEGIN
    FOR f IN
        SELECT p.proname, p.prokind = 'a' AS aggregate, variant.arguments, p.prorettype::regtype::text AS result,
            CASE WHEN p.proallargtypes IS NOT NULL THEN 'TABLE (' || (SELECT string_agg(
                    format('%I %s', p.proargnames[i], p.proallargtypes[i]::regtype), ', ' ORDER BY i)
                    FROM generate_subscripts(p.proallargtypes, 1) AS i WHERE p.proargmodes[i] IN ('o', 't')) || ')'
                WHEN p.prorettype::regtype::text ~ '^any' THEN 'text' END AS other, p.proretset
        FROM pg_proc AS p,
            LATERAL (SELECT pg_temp.alternatives(p.proargtypes[0]) AS a0, pg_temp.alternatives(p.proargtypes[1]) AS a1,
                pg_temp.alternatives(p.proargtypes[2]) AS a2) AS a,
            LATERAL (SELECT concat_ws(', ', a0::regtype, a1::regtype, a2::regtype) AS arguments
                FROM unnest(CASE WHEN p.pronargs > 0 THEN a.a0 ELSE '{NULL}' END) AS a0,
                    unnest(CASE WHEN p.pronargs > 1 THEN a.a1 ELSE '{NULL}' END) AS a1,
                    unnest(CASE WHEN p.pronargs > 2 THEN a.a2 ELSE '{NULL}' END) AS a2) AS variant
        WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.prokind IN ('f', 'a') AND p.pronargs <= 3
            AND NOT EXISTS (SELECT FROM pg_operator AS o WHERE o.oprcode = p.oid)
            AND NOT EXISTS (SELECT FROM pg_cast AS c WHERE c.castfunc = p.oid)
            AND NOT EXISTS (SELECT FROM pg_amproc AS m WHERE m.amproc = p.oid)
            AND NOT EXISTS (SELECT FROM unnest(p.proargtypes || p.prorettype) AS a JOIN pg_type AS t ON t.oid = a
                WHERE t.typtype = 'p' AND t.typname !~ '^(any(array|element)?|record|void)$')
            AND NOT EXISTS (SELECT FROM unnest(p.proargtypes) AS a WHERE a NOT IN (SELECT target FROM coercion)
                AND a NOT IN ('"any"'::regtype, 'pg_node_tree'::regtype))
            AND p.proname !~ '((send|recv)|_ddl_commands)$'
    LOOP
        IF f.aggregate THEN
            CONTINUE WHEN f.arguments = '' OR f.arguments ~ 'any';
            state := coalesce(f.other, f.result);
            INSERT INTO made VALUES (format('%I(%s)', f.proname, f.arguments)) ON CONFLICT DO NOTHING;
            IF FOUND AND pg_temp.make('aggregate ' || f.proname, state || ', ' || f.arguments, state) THEN
                EXECUTE format('CREATE AGGREGATE public.%I (%s) (SFUNC = public.%I, STYPE = %s)',
                    f.proname, f.arguments, 'aggregate ' || f.proname, state);
            END IF;
        ELSIF f.other IS NOT NULL OR f.result <> 'record' THEN
            PERFORM pg_temp.make(f.proname, f.arguments,
                CASE WHEN f.other ~ '^TABLE' THEN f.other
                    ELSE CASE WHEN f.proretset THEN 'SETOF ' ELSE '' END || coalesce(f.other, f.result) END);
        END IF;
    END LOOP;
    FOREACH arguments IN ARRAY ARRAY['numeric', 'float8', 'int8'] LOOP
        PERFORM pg_temp.make('make_interval', 'secs ' || arguments, 'interval');
    END LOOP;
    FOR f IN
        SELECT string_agg(type, ', ') AS arguments FROM generate_series(1, 3) AS length,
            generate_series(1, length), unnest('{text,character varying,name}'::text[]) AS type
        GROUP BY length, type
    LOOP
        PERFORM pg_temp.make('concat', f.arguments, 'text');
    END LOOP;
END $do$;

-- Every type and every relation of the catalog.
DO $do$
DECLARE
    t record;
BEGIN
    FOR t IN SELECT typname FROM pg_type WHERE typnamespace = 'pg_catalog'::regnamespace AND typtype = 'b' AND typelem = 0
    LOOP
        EXECUTE format('CREATE DOMAIN public.%1$I AS pg_catalog.%1$I CHECK (public.spy(%2$L))',
            t.typname, 'domain ' || t.typname);
    END LOOP;
    CREATE DOMAIN public.record AS pg_catalog.text CHECK (public.spy('domain record'));
    FOR t IN
        SELECT relname FROM pg_class AS c WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind IN ('r', 'v')
            AND NOT EXISTS (SELECT FROM pg_attribute AS a WHERE a.attrelid = c.oid AND a.atttypid IN ('anyarray'::regtype, 'pg_statistic[]'::regtype))
    LOOP
        EXECUTE format('CREATE VIEW public.%1$I AS SELECT t.* FROM pg_catalog.%1$I AS t WHERE public.spy(%2$L)',
            t.relname, 'view ' || t.relname);
    END LOOP;
END $do$;
