-- leading
/* leading too */ SELECT 1 -- in the middle
  , 2 /* at the end */ ;

;; /* nothing */ ;
-- migrate: upgrade
SELECT 3 -- last
