SELECT 1 +/* ; */ 2 --;
 * 3;
SELECT 4 *-1, 5@-1, '{}'::jsonb @> '{}'::jsonb, ARRAY[1;
