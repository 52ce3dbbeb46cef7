-- create_table children
CREATE TABLE `children` (
    `id` bigint NOT NULL AUTO_INCREMENT,
    `old_id` bigint NOT NULL,
    PRIMARY KEY (`id`),
    CONSTRAINT `children_old_id_fkey` FOREIGN KEY (`old_id`) REFERENCES `old` (`id`),
    INDEX `children_old_id_fkey` (`old_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
