CREATE TABLE customer (id bigint PRIMARY KEY, name varchar(20) NOT NULL, age integer DEFAULT 7, vip boolean DEFAULT false NOT NULL,
    email varchar(320), active boolean NOT NULL, old text DEFAULT 'x');
