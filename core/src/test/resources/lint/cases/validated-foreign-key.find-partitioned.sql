-- schema
CREATE TABLE customer (id int PRIMARY KEY);
CREATE TABLE event (id int, at date NOT NULL, customer_id int) PARTITION BY RANGE (at);
CREATE TABLE event_2024 PARTITION OF event FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
-- upgrade
ALTER TABLE event ADD CONSTRAINT event_customer_fkey FOREIGN KEY (customer_id) REFERENCES customer;
