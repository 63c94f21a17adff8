--
-- PostgreSQL database dump
--

\restrict 6bQh2JxU7kzqYpVt

SET statement_timeout = 0;
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.t (
    a integer DEFAULT nextval('public.s;q'::regclass) NOT NULL
);
COPY public.t (a) FROM stdin;
1
2
\.


--
-- PostgreSQL database dump complete
--

\unrestrict 6bQh2JxU7kzqYpVt

