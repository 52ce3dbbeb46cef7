-- create_table visits
CREATE TABLE `visits` (
    `id` bigint NOT NULL AUTO_INCREMENT,
    `rank` int NOT NULL INVISIBLE DEFAULT 0,
    PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
