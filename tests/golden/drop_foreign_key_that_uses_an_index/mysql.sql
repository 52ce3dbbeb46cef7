-- drop_foreign_key children.children_parent_id_fkey
ALTER TABLE `children` DROP FOREIGN KEY `children_parent_id_fkey`;
