-- Each foreign key uses one of two keys, the one that was created first; city loses the other one, country the used one.
CREATE TABLE city (id int PRIMARY KEY);
ALTER TABLE city ADD CONSTRAINT city_again UNIQUE (id);
CREATE TABLE shop (city_id int CONSTRAINT shop_city REFERENCES city (id));
CREATE TABLE country (code text CONSTRAINT country_code UNIQUE, over text);
ALTER TABLE country ADD CONSTRAINT country_again UNIQUE (code);
ALTER TABLE country ADD CONSTRAINT country_over FOREIGN KEY (over) REFERENCES country (code);
CREATE TABLE town (country text);
ALTER TABLE town ADD CONSTRAINT town_country FOREIGN KEY (country) REFERENCES country (code) NOT VALID;
