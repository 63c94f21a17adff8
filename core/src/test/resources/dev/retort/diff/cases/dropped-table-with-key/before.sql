-- On the way up invoice goes although letter loses the key that it refers to; on the way down it comes.
CREATE TABLE letter (document_id bigint PRIMARY KEY, code text UNIQUE);
CREATE TABLE invoice (id bigint PRIMARY KEY, letter_id bigint REFERENCES letter, code text REFERENCES letter (code));
