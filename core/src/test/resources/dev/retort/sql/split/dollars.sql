DO $$ BEGIN PERFORM 1; PERFORM 'x'; END $$;
CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $fn$
BEGIN
  EXECUTE $sql$ SELECT 1; $sql$;
  RETURN $$;$$ || $1;
END
$fn$;
SELECT $1, $2;$a$;$b$;$a$;
SELECT $é$;$é$;
