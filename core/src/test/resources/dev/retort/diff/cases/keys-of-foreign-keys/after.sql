CREATE TABLE city (id int PRIMARY KEY);
CREATE TABLE shop (city_id int CONSTRAINT shop_city REFERENCES city (id));
CREATE TABLE country (code text CONSTRAINT country_again UNIQUE, over text CONSTRAINT country_over REFERENCES country (code));
CREATE TABLE town (country text);
ALTER TABLE town ADD CONSTRAINT town_country FOREIGN KEY (country) REFERENCES country (code) NOT VALID;
