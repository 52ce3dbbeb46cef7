-- create_table things
CREATE TABLE `things` (
    `meaning` vector(3) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
