CREATE TABLE log (message text);
CREATE FUNCTION sign_of(n integer) RETURNS text LANGUAGE sql
BEGIN ATOMIC
  SELECT CASE WHEN n < 0 THEN 'minus;' WHEN n = 0 THEN 'zero' ELSE 'plus' END;
END;
CREATE OR REPLACE PROCEDURE log_twice(message text) LANGUAGE sql
BEGIN /* two statements; one body */ ATOMIC
  INSERT INTO log VALUES (message);
  INSERT INTO log SELECT m.end FROM (SELECT message AS end) m;
END;
CALL log_twice(sign_of(-1));
