COPY t (a, b) FROM stdin;
1	one;
-- migrate: upgrade
'	\N
\.
copy public."T;1" from STDIN with (format csv) ; -- rows follow
\.
COPY t TO stdout;
COPY t FROM 'file;';
SELECT 1;
