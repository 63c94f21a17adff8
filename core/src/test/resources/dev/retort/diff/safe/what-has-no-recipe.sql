ALTER TABLE customer ALTER COLUMN born TYPE bigint;
ALTER TABLE customer ADD CONSTRAINT ex EXCLUDE USING hash (name WITH =);
CREATE INDEX ix_part ON part (at);
ALTER TABLE part ALTER COLUMN id SET NOT NULL;
CREATE TABLE made (id bigint PRIMARY KEY, customer text);
CREATE INDEX ix_made ON made (customer);
