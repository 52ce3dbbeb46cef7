-- create_table amounts
CREATE TABLE `amounts` (
    `total` decimal(12, 2) NOT NULL DEFAULT (1.5 * 2)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
