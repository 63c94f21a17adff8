CREATE TABLE a (status varchar(20), CONSTRAINT ck CHECK (status IN ('NEW', 'PAID')));
