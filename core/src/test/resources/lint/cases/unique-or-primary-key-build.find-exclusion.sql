-- schema
CREATE TABLE booking (span int4range);
-- upgrade
ALTER TABLE booking ADD CONSTRAINT booking_span_excl EXCLUDE USING gist (span WITH &&);
