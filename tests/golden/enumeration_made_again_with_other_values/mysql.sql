-- drop_table doors
DROP TABLE `doors`;

-- create_table doors
CREATE TABLE `doors` (
    `colour` enum('blue', 'green') NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
