-- add_column children.godparent_id
ALTER TABLE `children` ADD COLUMN `godparent_id` bigint NOT NULL DEFAULT 1;

-- add_foreign_key children.children_godparent_id_fkey
ALTER TABLE `children`
    ADD CONSTRAINT `children_godparent_id_fkey` FOREIGN KEY (`godparent_id`) REFERENCES `parents` (`id`),
    ADD INDEX `children_godparent_id_fkey` (`godparent_id`);
