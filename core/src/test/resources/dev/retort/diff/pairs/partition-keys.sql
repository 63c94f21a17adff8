-- What PostgreSQL does not change of a partition key.
-- state: by range
CREATE TABLE log (id int NOT NULL, day date NOT NULL, note varchar(10), PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE log_2020 PARTITION OF log FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE log_rest PARTITION OF log DEFAULT;
-- rows
INSERT INTO log VALUES (1, '2020-02-03', 'x'), (2, '2024-02-03', 'y');
-- state: another type of the key, and of others
CREATE TABLE log (id bigint NOT NULL, day timestamp NOT NULL, note varchar(20), PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE log_2020 PARTITION OF log FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE log_rest PARTITION OF log DEFAULT;
-- state: by an expression
CREATE TABLE mail (id int, host varchar(10)) PARTITION BY LIST (lower(host));
CREATE TABLE mail_a PARTITION OF mail FOR VALUES IN ('a');
-- state: of a longer column
CREATE TABLE mail (id int, host varchar(20) DEFAULT 'a', size int) PARTITION BY LIST (lower(host));
CREATE TABLE mail_a PARTITION OF mail FOR VALUES IN ('a');
-- state: by an enum type in two levels
CREATE TYPE phase AS ENUM ('raw', 'done');
CREATE TABLE batch (id int, day date, p phase NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE batch_new PARTITION OF batch FOR VALUES FROM ('2020-01-01') TO (MAXVALUE) PARTITION BY LIST (p);
CREATE TABLE batch_new_raw PARTITION OF batch_new FOR VALUES IN ('raw');
-- state: with another value
CREATE TYPE phase AS ENUM ('new', 'raw', 'checked', 'done');
CREATE TABLE batch (id int, day date, p phase NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE batch_new PARTITION OF batch FOR VALUES FROM ('2020-01-01') TO (MAXVALUE) PARTITION BY LIST (p);
CREATE TABLE batch_new_raw PARTITION OF batch_new FOR VALUES IN ('raw');
-- state: with a value less and one more
CREATE TYPE phase AS ENUM ('raw', 'checked', 'done', 'lost');
CREATE TABLE batch (id int, day date, p phase NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE batch_new PARTITION OF batch FOR VALUES FROM ('2020-01-01') TO (MAXVALUE) PARTITION BY LIST (p);
CREATE TABLE batch_new_raw PARTITION OF batch_new FOR VALUES IN ('raw');
-- state: the key is gone
CREATE TYPE phase AS ENUM ('raw', 'checked', 'done', 'lost');
CREATE TABLE batch (id int, day date, q phase) PARTITION BY RANGE (day);
CREATE TABLE batch_new PARTITION OF batch FOR VALUES FROM ('2020-01-01') TO (MAXVALUE) PARTITION BY LIST (q);
CREATE TABLE batch_new_raw PARTITION OF batch_new FOR VALUES IN ('raw');
