-- create_table people
CREATE TABLE `people` (
    `id` bigint NOT NULL AUTO_INCREMENT,
    `boss_id` bigint,
    PRIMARY KEY (`id`),
    CONSTRAINT `people_boss_id_fkey` FOREIGN KEY (`boss_id`) REFERENCES `people` (`id`) ON DELETE SET NULL,
    INDEX `people_boss_id_fkey` (`boss_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
