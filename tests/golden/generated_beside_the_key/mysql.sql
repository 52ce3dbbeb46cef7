-- create_table tickets
CREATE TABLE `tickets` (
    `id` char(36) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
    `number` bigint NOT NULL AUTO_INCREMENT,
    PRIMARY KEY (`id`),
    UNIQUE INDEX `tickets_number_key` (`number`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
