-- a script without header

-- migrate: upgrade
SELECT 1;
