-- The same for several columns, for a table that refers to itself and for partitions.
-- state: before
CREATE TABLE node (tree int, id int, parent int, CONSTRAINT node_key UNIQUE (tree, id), CONSTRAINT node_reversed UNIQUE (id, tree),
    CONSTRAINT node_parent FOREIGN KEY (tree, parent) REFERENCES node (tree, id));
CREATE TABLE leaf (tree int, node int, CONSTRAINT leaf_node FOREIGN KEY (node, tree) REFERENCES node (id, tree));
CREATE TABLE trip (day date, id int, CONSTRAINT trip_one UNIQUE (day, id), CONSTRAINT trip_two UNIQUE (id, day)) PARTITION BY RANGE (day);
CREATE TABLE trip_20 PARTITION OF trip FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE stop (day date, trip int, CONSTRAINT stop_trip FOREIGN KEY (day, trip) REFERENCES trip (day, id),
    CONSTRAINT stop_trip_20 FOREIGN KEY (day, trip) REFERENCES trip_20 (day, id));
-- rows
INSERT INTO node VALUES (1, 1, NULL), (1, 2, 1);
INSERT INTO leaf VALUES (1, 2);
INSERT INTO trip VALUES ('2020-02-02', 1);
INSERT INTO stop VALUES ('2020-02-02', 1);
-- state: without the second ones
CREATE TABLE node (tree int, id int, parent int, CONSTRAINT node_key UNIQUE (tree, id),
    CONSTRAINT node_parent FOREIGN KEY (tree, parent) REFERENCES node (tree, id));
CREATE TABLE leaf (tree int, node int, CONSTRAINT leaf_node FOREIGN KEY (node, tree) REFERENCES node (id, tree));
CREATE TABLE trip (day date, id int, CONSTRAINT trip_one UNIQUE (day, id)) PARTITION BY RANGE (day);
CREATE TABLE trip_20 PARTITION OF trip FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE stop (day date, trip int, CONSTRAINT stop_trip FOREIGN KEY (day, trip) REFERENCES trip (day, id),
    CONSTRAINT stop_trip_20 FOREIGN KEY (day, trip) REFERENCES trip_20 (day, id));
-- state: the second ones instead, one of them of the partition
CREATE TABLE node (tree int, id int, parent int, CONSTRAINT node_reversed UNIQUE (id, tree),
    CONSTRAINT node_parent FOREIGN KEY (tree, parent) REFERENCES node (tree, id));
CREATE TABLE leaf (tree int, node int, CONSTRAINT leaf_node FOREIGN KEY (node, tree) REFERENCES node (id, tree));
CREATE TABLE trip (day date, id int, CONSTRAINT trip_two UNIQUE (id, day)) PARTITION BY RANGE (day);
CREATE TABLE trip_20 PARTITION OF trip FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
ALTER TABLE trip_20 ADD CONSTRAINT trip_20_own UNIQUE (day, id);
CREATE TABLE stop (day date, trip int, CONSTRAINT stop_trip FOREIGN KEY (day, trip) REFERENCES trip (day, id),
    CONSTRAINT stop_trip_20 FOREIGN KEY (day, trip) REFERENCES trip_20 (day, id));
-- state: that of the partition is used
CREATE TABLE node (tree int, id int, parent int, PRIMARY KEY (tree, id), CONSTRAINT node_reversed UNIQUE (id, tree),
    CONSTRAINT node_parent FOREIGN KEY (tree, parent) REFERENCES node);
CREATE TABLE leaf (tree int, node int, CONSTRAINT leaf_node FOREIGN KEY (node, tree) REFERENCES node (id, tree));
CREATE TABLE trip (day date, id int) PARTITION BY RANGE (day);
CREATE TABLE trip_20 PARTITION OF trip FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
ALTER TABLE trip_20 ADD CONSTRAINT trip_20_own UNIQUE (day, id);
CREATE TABLE stop (day date, trip int, CONSTRAINT stop_trip_20 FOREIGN KEY (day, trip) REFERENCES trip_20 (day, id));
-- state: and attached to one of the table above
CREATE TABLE node (tree int, id int, parent int, CONSTRAINT node_root PRIMARY KEY (tree, id),
    CONSTRAINT node_parent FOREIGN KEY (tree, parent) REFERENCES node);
CREATE TABLE leaf (tree int, node int, CONSTRAINT leaf_node FOREIGN KEY (node, tree) REFERENCES node (id, tree));
CREATE TABLE trip (day date, id int) PARTITION BY RANGE (day);
CREATE TABLE trip_20 PARTITION OF trip FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
ALTER TABLE trip_20 ADD CONSTRAINT trip_20_own UNIQUE (day, id);
ALTER TABLE trip ADD CONSTRAINT trip_above UNIQUE (day, id);
CREATE TABLE stop (day date, trip int, CONSTRAINT stop_trip_20 FOREIGN KEY (day, trip) REFERENCES trip_20 (day, id));
-- state: another key above, and a partition less
CREATE TABLE node (tree int, id int, parent int, CONSTRAINT node_root PRIMARY KEY (id, tree),
    CONSTRAINT node_parent FOREIGN KEY (tree, parent) REFERENCES node (tree, id));
CREATE TABLE leaf (tree int, node int, CONSTRAINT leaf_node FOREIGN KEY (tree, node) REFERENCES node (tree, id));
CREATE TABLE trip (day date, id int, CONSTRAINT trip_above UNIQUE (id, day)) PARTITION BY RANGE (day);
CREATE TABLE trip_20 (day date, id int, CONSTRAINT trip_20_own UNIQUE (day, id));
CREATE TABLE stop (day date, trip int, CONSTRAINT stop_trip_20 FOREIGN KEY (day, trip) REFERENCES trip_20 (day, id));
