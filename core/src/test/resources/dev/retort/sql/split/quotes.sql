SELECT 'a;b', 'it''s', "semi;colon", "q""q";
SELECT E'a\';b', e'\\', E'first'
  '\';second';
SELECT 'back\';
SELECT U&'d\0061t;', U&"d;\0061", B'1', X'1;F', n'a;b';
SELECT a$b$c FROM a$b$c;
SELECT 1 /* ; /* nested ; */ still ; */ + 2 -- and ; more
  + 3;
