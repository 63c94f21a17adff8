insert into place (row, seat) values (1, 1);
