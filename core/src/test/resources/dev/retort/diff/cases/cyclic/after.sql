CREATE TABLE new_a (id int PRIMARY KEY, b text, parent int REFERENCES new_a);
CREATE TABLE new_b (b text PRIMARY KEY, a int REFERENCES new_a);
ALTER TABLE new_a ADD CONSTRAINT new_fk FOREIGN KEY (b) REFERENCES new_b;
