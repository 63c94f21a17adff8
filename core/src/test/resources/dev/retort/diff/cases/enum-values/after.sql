CREATE TYPE mood AS ENUM ('furious', 'sad', 'ok', 'happy', 'elated');
CREATE TABLE person (id int PRIMARY KEY, mood mood DEFAULT 'happy', moods mood[]);
