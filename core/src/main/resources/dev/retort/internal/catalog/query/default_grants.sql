-- What default privileges of the session's role add to what PostgreSQL gives when an object is made, or take from it.
WITH session (role) AS (
    SELECT oid FROM pg_catalog.pg_roles WHERE rolname = current_user
), stated AS (
    SELECT d.defaclnamespace AS schema, d.defaclobjtype AS kind, d.defaclacl AS acl,
           CASE d.defaclnamespace WHEN 0 THEN
               acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END::"char", d.defaclrole) END AS initial
    FROM pg_catalog.pg_default_acl d
    JOIN session ON session.role = d.defaclrole
), held AS (
    SELECT s.schema, s.kind, a.grantee, a.privilege_type, bool_or(a.is_grantable) AS grantable
    FROM stated s, aclexplode(s.acl) a, session
    WHERE a.grantee <> session.role
    GROUP BY 1, 2, 3, 4
), given AS (
    SELECT s.schema, s.kind, a.grantee, a.privilege_type
    FROM stated s, aclexplode(s.initial) a, session
    WHERE a.grantee <> session.role
)
SELECT (SELECT n.nspname FROM pg_catalog.pg_namespace n WHERE n.oid = d.schema) AS schema,
       d.kind,
       CASE d.grantee WHEN 0 THEN '' ELSE pg_get_userbyid(d.grantee) END AS grantee,
       d.privilege, d.grantable, d.revoked
FROM (
    SELECT schema, kind, grantee, privilege_type AS privilege, coalesce(held.grantable, false) AS grantable,
           held.grantable IS NULL AS revoked
    FROM held
    FULL JOIN given USING (schema, kind, grantee, privilege_type)
    WHERE held.grantable IS NULL OR held.grantable OR given.schema IS NULL) AS d
