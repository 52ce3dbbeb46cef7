-- create_table visits
CREATE TABLE `visits` (
    `page` int NOT NULL,
    `day` int NOT NULL,
    PRIMARY KEY (`page`, `day`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin
PARTITION BY RANGE COLUMNS (`day`) (
    PARTITION `visits_first` VALUES LESS THAN (100),
    PARTITION `visits_second` VALUES LESS THAN (200),
    PARTITION `visits_third` VALUES LESS THAN (MAXVALUE)
);
