-- Triggers of tables and views, without the system's and those that a trigger of a parent made.
SELECT t.oid, t.tgrelid AS relation, t.tgname AS name, pg_get_triggerdef(t.oid) AS definition, t.tgenabled AS enabled
FROM unnest(?::oid[]) AS scope (oid)
JOIN pg_catalog.pg_trigger t ON t.tgrelid = scope.oid
WHERE NOT t.tgisinternal AND t.tgparentid = 0
ORDER BY t.tgname
