-- create_table visits
CREATE TABLE `visits` (
    `id` bigint NOT NULL AUTO_INCREMENT,
    `who` varchar(40) NOT NULL,
    `hour` int NOT NULL,
    PRIMARY KEY (`id`),
    UNIQUE INDEX `visits_who_hour_idx` (`who`, `hour` DESC) COMMENT 'Who''s when.',
    INDEX `visits_by_hour` USING BTREE (`hour`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
