CREATE TABLE a (status varchar(20), kind varchar(9) CONSTRAINT ck_kind CHECK (kind IN ('A')), CONSTRAINT ck CHECK (status IN ('NEW', 'PAID', 'SENT')));
CREATE INDEX ix ON a (status) WHERE status IN ('NEW', 'PAID');
