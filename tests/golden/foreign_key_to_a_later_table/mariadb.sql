-- create_table children
CREATE TABLE `children` (
    `id` bigint NOT NULL AUTO_INCREMENT,
    `parent_id` bigint NOT NULL,
    PRIMARY KEY (`id`),
    INDEX `children_parent_id_fkey` (`parent_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- create_table toys
CREATE TABLE `toys` (
    `id` bigint NOT NULL AUTO_INCREMENT,
    PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- create_table parents
CREATE TABLE `parents` (
    `id` bigint NOT NULL AUTO_INCREMENT,
    `land` int NOT NULL,
    `code` varchar(10) NOT NULL,
    PRIMARY KEY (`id`),
    UNIQUE INDEX `parents_land_code_key` (`land`, `code`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- add_foreign_key children.children_parent_id_fkey
ALTER TABLE `children` ADD CONSTRAINT `children_parent_id_fkey` FOREIGN KEY (`parent_id`) REFERENCES `parents` (`id`);
