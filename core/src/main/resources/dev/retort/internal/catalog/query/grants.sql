-- Privileges, as differences from what PostgreSQL gives when an object is made. Who owns an object is not compared, so the
-- owner is CURRENT_USER, and a privilege of the session's role, which owns what it makes, only where it is grantable.
WITH scope (schema) AS (
    SELECT unnest(?::oid[])
), stated (catalog, oid, part, owner, acl, initial) AS (
    SELECT 'pg_namespace', n.oid, 0, n.nspowner, n.nspacl,
           CASE WHEN n.nspname = 'public'
                THEN ARRAY[('={since 15: U else: UC}/' || quote_ident(pg_get_userbyid(n.nspowner)))::aclitem]
                    || acldefault('n', n.nspowner)
                ELSE acldefault('n', n.nspowner) END
    FROM pg_catalog.pg_namespace n
    WHERE n.oid IN (SELECT schema FROM scope) AND n.nspacl IS NOT NULL
    UNION ALL
    SELECT 'pg_class', c.oid, 0, c.relowner, c.relacl,
           acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner)
    FROM pg_catalog.pg_class c
    WHERE c.relnamespace IN (SELECT schema FROM scope) AND c.relacl IS NOT NULL
    UNION ALL
    SELECT 'pg_class', c.oid, a.attnum, c.relowner, a.attacl, acldefault('c', c.relowner)
    FROM pg_catalog.pg_attribute a
    JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace IN (SELECT schema FROM scope) AND a.attacl IS NOT NULL AND NOT a.attisdropped
    UNION ALL
    SELECT 'pg_type', t.oid, 0, t.typowner, t.typacl, acldefault('T', t.typowner)
    FROM pg_catalog.pg_type t
    WHERE t.typnamespace IN (SELECT schema FROM scope) AND t.typacl IS NOT NULL
    UNION ALL
    SELECT 'pg_proc', p.oid, 0, p.proowner, p.proacl, acldefault('f', p.proowner)
    FROM pg_catalog.pg_proc p
    WHERE p.pronamespace IN (SELECT schema FROM scope) AND p.proacl IS NOT NULL
), session (role) AS (
    SELECT oid FROM pg_catalog.pg_roles WHERE rolname = current_user
), held AS (
    SELECT s.catalog, s.oid, s.part, CASE a.grantee WHEN s.owner THEN session.role ELSE a.grantee END AS grantee,
           a.privilege_type, bool_or(a.is_grantable) AS grantable
    FROM stated s, aclexplode(s.acl) a, session
    WHERE a.grantee = s.owner OR a.grantee <> session.role OR a.is_grantable
    GROUP BY 1, 2, 3, 4, 5
), given AS (
    SELECT s.catalog, s.oid, s.part, CASE a.grantee WHEN s.owner THEN session.role ELSE a.grantee END AS grantee,
           a.privilege_type
    FROM stated s, aclexplode(s.initial) a, session
)
SELECT catalog, oid, part,
       CASE grantee WHEN 0 THEN '' WHEN (SELECT role FROM session) THEN 'CURRENT_USER'
                    ELSE pg_get_userbyid(grantee) END AS grantee,
       privilege_type AS privilege,
       coalesce(held.grantable, false) AS grantable,
       held.grantable IS NULL AS revoked
FROM held
FULL JOIN given USING (catalog, oid, part, grantee, privilege_type)
WHERE held.grantable IS NULL OR held.grantable OR given.catalog IS NULL
