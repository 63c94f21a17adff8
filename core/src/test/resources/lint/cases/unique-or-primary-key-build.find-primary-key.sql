-- schema
CREATE TABLE tag (name text);
-- upgrade
ALTER TABLE tag ADD CONSTRAINT tag_pkey PRIMARY KEY (name);
