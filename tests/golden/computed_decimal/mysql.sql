-- create_table lines
CREATE TABLE `lines` (
    `price` decimal(8, 2) NOT NULL,
    `gross` decimal(9, 2) GENERATED ALWAYS AS (price * 1.2) STORED NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
