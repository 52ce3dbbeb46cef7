-- drop_column children.name
ALTER TABLE `children`
    DROP INDEX `children_parent_id_name_idx`,
    DROP COLUMN `name`,
    ADD INDEX `children_parent_id_fkey` (`parent_id`);
