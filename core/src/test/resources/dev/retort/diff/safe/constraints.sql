ALTER TABLE customer ALTER COLUMN email SET NOT NULL;
ALTER TABLE customer ADD CONSTRAINT customer_pkey PRIMARY KEY (id);
ALTER TABLE customer ADD CONSTRAINT uq_customer_email UNIQUE (email);
ALTER TABLE customer ADD CONSTRAINT fk_customer_country FOREIGN KEY (country) REFERENCES country (code) ON DELETE CASCADE;
COMMENT ON CONSTRAINT fk_customer_country ON customer IS 'where they live';
ALTER TABLE customer ADD CONSTRAINT customer_born_check CHECK (born > 1900);
