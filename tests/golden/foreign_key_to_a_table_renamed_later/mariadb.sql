-- create_table children
CREATE TABLE `children` (
    `id` bigint NOT NULL AUTO_INCREMENT,
    `parent_id` bigint NOT NULL,
    PRIMARY KEY (`id`),
    INDEX `children_parent_id_fkey` (`parent_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- rename_table children to young
ALTER TABLE `children` RENAME TO `young`;

-- rename_table parents to elders
ALTER TABLE `parents` RENAME TO `elders`;

-- add_foreign_key young.children_parent_id_fkey
ALTER TABLE `young` ADD CONSTRAINT `children_parent_id_fkey` FOREIGN KEY (`parent_id`) REFERENCES `elders` (`id`);
