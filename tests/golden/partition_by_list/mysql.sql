-- create_table shops
CREATE TABLE `shops` (
    `country` varchar(2) NOT NULL,
    `number` int NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin
PARTITION BY LIST COLUMNS (`country`) (
    PARTITION `shops_north` VALUES IN ('se', 'no'),
    PARTITION `shops_south` VALUES IN ('it', 'gr')
);
