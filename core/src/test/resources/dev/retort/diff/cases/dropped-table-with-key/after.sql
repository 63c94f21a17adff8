CREATE TABLE letter (document_id bigint, id bigint PRIMARY KEY, code varchar(10) UNIQUE);
