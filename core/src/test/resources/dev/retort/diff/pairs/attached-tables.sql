-- Tables that become partitions or children of others, and stop being them; a comment contains the statements.
-- state: plain
CREATE TABLE builds (id bigint NOT NULL, partition_id bigint NOT NULL, status text, PRIMARY KEY (id, partition_id));
CREATE INDEX ib ON builds (status);
-- state: attached
CREATE TABLE p_builds (id bigint NOT NULL, partition_id bigint NOT NULL, status text, PRIMARY KEY (id, partition_id)) PARTITION BY LIST (partition_id);
CREATE TABLE builds (id bigint NOT NULL, partition_id bigint NOT NULL, status text, PRIMARY KEY (id, partition_id));
CREATE INDEX ib ON builds (status);
CREATE INDEX pib ON ONLY p_builds (status);
ALTER TABLE ONLY p_builds ATTACH PARTITION builds FOR VALUES IN ('100');
ALTER INDEX pib ATTACH PARTITION ib;
-- state: another bound
CREATE TABLE p_builds (id bigint NOT NULL, partition_id bigint NOT NULL, status text, PRIMARY KEY (id, partition_id)) PARTITION BY LIST (partition_id);
CREATE TABLE builds PARTITION OF p_builds FOR VALUES IN ('100', '101');
CREATE INDEX pib ON ONLY p_builds (status);
CREATE INDEX ib ON builds (status);
ALTER INDEX pib ATTACH PARTITION ib;
-- state: detached
CREATE TABLE p_builds (id bigint NOT NULL, partition_id bigint NOT NULL, status text, PRIMARY KEY (id, partition_id)) PARTITION BY LIST (partition_id);
CREATE TABLE builds (id bigint NOT NULL, partition_id bigint NOT NULL, status text, PRIMARY KEY (id, partition_id));
CREATE INDEX pib ON ONLY p_builds (status);
CREATE INDEX ib ON builds (status);
-- state: a child
CREATE TABLE metric (id bigint, at timestamptz NOT NULL, v double precision);
CREATE TABLE metric_cpu (core int) INHERITS (metric);
CREATE TABLE loose (id bigint, at timestamptz NOT NULL, v double precision);
-- state: another child
CREATE TABLE metric (id bigint, at timestamptz NOT NULL, v double precision);
CREATE TABLE metric_cpu (id bigint, at timestamptz NOT NULL, v double precision, core int);
CREATE TABLE loose () INHERITS (metric);
