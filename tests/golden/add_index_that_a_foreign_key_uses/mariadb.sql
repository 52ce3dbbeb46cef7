-- add_index children.children_parent_id_name_idx
ALTER TABLE `children`
    ADD INDEX `children_parent_id_name_idx` (`parent_id`, `name`),
    DROP INDEX `children_parent_id_fkey`;
