-- create_table shops
CREATE TABLE `shops` (
    `country` varchar(2) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin
PARTITION BY LIST COLUMNS (`country`) (
    PARTITION `shops_north` VALUES IN ('se', 'no'),
    PARTITION `shops_rest` DEFAULT
);
