-- create_table amounts
CREATE TABLE `amounts` (
    `digit` decimal(1, 0) NOT NULL DEFAULT 7,
    `fraction` decimal(4, 4) NOT NULL DEFAULT -0.0001,
    `scaled` decimal(18, 6) NOT NULL DEFAULT 0.1,
    `exact` decimal(19, 6) NOT NULL DEFAULT 0.1
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
