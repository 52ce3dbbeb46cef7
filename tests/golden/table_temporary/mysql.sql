-- create_table scratch
CREATE TEMPORARY TABLE `scratch` (
    `id` bigint NOT NULL AUTO_INCREMENT,
    `word` varchar(20) NOT NULL,
    PRIMARY KEY (`id`),
    INDEX `scratch_word_idx` (`word`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
