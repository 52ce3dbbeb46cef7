-- insert_rows accounts, 1 row
INSERT INTO `accounts` (`name`, `balance`) VALUES ('O''Brien', 12.5);
