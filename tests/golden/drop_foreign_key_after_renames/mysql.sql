-- drop_foreign_key young.(elder_id)
ALTER TABLE `young`
    DROP FOREIGN KEY `children_parent_id_fkey`,
    DROP INDEX `children_parent_id_fkey`;
