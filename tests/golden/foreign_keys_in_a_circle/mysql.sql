-- create_table hens
CREATE TABLE `hens` (
    `id` bigint NOT NULL AUTO_INCREMENT,
    `egg_id` bigint,
    PRIMARY KEY (`id`),
    INDEX `hens_egg_id_fkey` (`egg_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;

-- create_table eggs
CREATE TABLE `eggs` (
    `id` bigint NOT NULL AUTO_INCREMENT,
    `hen_id` bigint,
    PRIMARY KEY (`id`),
    CONSTRAINT `eggs_hen_id_fkey` FOREIGN KEY (`hen_id`) REFERENCES `hens` (`id`),
    INDEX `eggs_hen_id_fkey` (`hen_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;

-- add_foreign_key hens.hens_egg_id_fkey
ALTER TABLE `hens` ADD CONSTRAINT `hens_egg_id_fkey` FOREIGN KEY (`egg_id`) REFERENCES `eggs` (`id`);
