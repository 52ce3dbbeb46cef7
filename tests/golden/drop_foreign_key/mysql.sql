-- drop_foreign_key children.(parent_id)
ALTER TABLE `children`
    DROP FOREIGN KEY `children_parent_id_fkey`,
    DROP INDEX `children_parent_id_fkey`;
