-- since: 14
CREATE TABLE compressed (a text COMPRESSION pglz, b text);
CREATE TYPE wide AS RANGE (subtype = float8, multirange_type_name = spans);
CREATE TYPE narrow_range AS RANGE (subtype = float8);
CREATE TABLE multi (a spans, b narrow_multirange, c spans[]);
