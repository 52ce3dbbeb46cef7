-- drop_index children.(parent_id, name)
ALTER TABLE `children`
    DROP INDEX `children_parent_id_name_idx`,
    ADD INDEX `children_parent_id_fkey` (`parent_id`);
