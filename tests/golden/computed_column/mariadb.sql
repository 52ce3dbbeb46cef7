-- create_table lines
CREATE TABLE `lines` (
    `id` bigint NOT NULL AUTO_INCREMENT,
    `pieces` int NOT NULL,
    `price` int,
    `total` int GENERATED ALWAYS AS (pieces * price) STORED,
    `twice` int GENERATED ALWAYS AS (pieces * 2) STORED COMMENT 'Of the pieces.',
    PRIMARY KEY (`id`),
    CONSTRAINT `lines_twice_check` CHECK (`twice` IS NOT NULL)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
