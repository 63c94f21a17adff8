-- revision: d1
-- down_revision: c1
-- message: forget first names

-- migrate: upgrade
UPDATE customer SET name = regexp_replace(name, '.* ', '');

-- migrate: irreversible first names cannot be had back
