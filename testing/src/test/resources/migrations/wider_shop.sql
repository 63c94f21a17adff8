CREATE TABLE customer (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, email varchar(320) NOT NULL, fax text, phone text);
CREATE INDEX ix_customer_email ON customer (email);
CREATE TYPE order_status AS ENUM ('PLACED', 'SHIPPED');
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customer, status order_status NOT NULL);
