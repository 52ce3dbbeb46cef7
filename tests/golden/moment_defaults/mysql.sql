-- create_table moments
CREATE TABLE `moments` (
    `id` bigint NOT NULL AUTO_INCREMENT,
    `day` date NOT NULL DEFAULT (CURRENT_DATE),
    `wall_clock` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    `wall_second` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
    `instant` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    `second` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
    `milli` datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    `created_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    `updated_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
