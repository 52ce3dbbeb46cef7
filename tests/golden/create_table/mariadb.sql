-- create_table notes
CREATE TABLE `notes` (
    `id` bigint NOT NULL AUTO_INCREMENT,
    `title` varchar(80) NOT NULL,
    PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
