-- Triggers of tables and views, without the system's. Of those that a trigger of a parent made only the ones that fire in another
-- way than that, and without a definition.
SELECT t.oid, t.tgrelid AS relation, t.tgname AS name, t.tgenabled AS enabled,
       CASE WHEN t.tgparentid = 0 THEN pg_get_triggerdef(t.oid) END AS definition
FROM unnest(?::oid[]) AS scope (oid)
JOIN pg_catalog.pg_trigger t ON t.tgrelid = scope.oid
LEFT JOIN pg_catalog.pg_trigger parent ON parent.oid = t.tgparentid
WHERE CASE WHEN t.tgparentid = 0 THEN NOT t.tgisinternal ELSE t.tgenabled <> parent.tgenabled
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint con WHERE con.oid = t.tgconstraint AND con.contype <> 't') END
ORDER BY t.tgname
