-- create_table countries
CREATE TABLE `countries` (
    `iso_number` int NOT NULL,
    PRIMARY KEY (`iso_number`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
