-- add_foreign_key children.children_parent_id_fkey
ALTER TABLE `children`
    ADD CONSTRAINT `children_parent_id_fkey` FOREIGN KEY (`parent_id`) REFERENCES `parents` (`id`),
    ADD INDEX `children_parent_id_fkey` (`parent_id`);
