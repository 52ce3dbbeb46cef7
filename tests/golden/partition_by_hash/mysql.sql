-- create_table shops
CREATE TABLE `shops` (
    `number` int NOT NULL,
    PRIMARY KEY (`number`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin
PARTITION BY KEY (`number`) PARTITIONS 3;
