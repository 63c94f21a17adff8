-- Comments on whatever initdb did not make.
SELECT d.classoid::regclass::text AS catalog, d.objoid AS oid, d.objsubid AS part, d.description AS comment
FROM pg_catalog.pg_description d
WHERE d.objoid >= 16384
   OR (d.classoid = 'pg_catalog.pg_namespace'::regclass AND d.description <> 'standard public schema')
