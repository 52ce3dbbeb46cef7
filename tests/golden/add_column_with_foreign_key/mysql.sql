-- add_column children.godparent_id
ALTER TABLE `children` ADD COLUMN `godparent_id` bigint;

-- add_foreign_key children.children_godparent_id_fkey
ALTER TABLE `children`
    ADD CONSTRAINT `children_godparent_id_fkey` FOREIGN KEY (`godparent_id`) REFERENCES `parents` (`id`) ON DELETE SET NULL,
    ADD INDEX `children_godparent_id_fkey` (`godparent_id`);

-- add_column children.nickname
ALTER TABLE `children` ADD COLUMN `nickname` varchar(40);

-- add_index children.children_godparent_id_idx
ALTER TABLE `children`
    ADD INDEX `children_godparent_id_idx` (`godparent_id`),
    DROP INDEX `children_godparent_id_fkey`;
