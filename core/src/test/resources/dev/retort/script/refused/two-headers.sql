-- revision: a1

-- revision: a2

-- migrate: upgrade
