CREATE TABLE gone_a (id int PRIMARY KEY, b int);
CREATE TABLE gone_b (id int PRIMARY KEY, a int REFERENCES gone_a);
ALTER TABLE gone_a ADD CONSTRAINT gone_fk FOREIGN KEY (b) REFERENCES gone_b;
