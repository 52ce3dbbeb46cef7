-- add_column elsewhere.note
ALTER TABLE `elsewhere` ADD COLUMN `note` varchar(40);

-- rename_column elsewhere.old_name to new_name
ALTER TABLE `elsewhere` RENAME COLUMN `old_name` TO `new_name`;

-- add_index elsewhere.elsewhere_note_idx
ALTER TABLE `elsewhere` ADD INDEX `elsewhere_note_idx` (`note`);

-- drop_index elsewhere.(note), drop_column elsewhere.note
ALTER TABLE `elsewhere`
    DROP INDEX `elsewhere_note_idx`,
    DROP COLUMN `note`;

-- drop_table elsewhere
DROP TABLE `elsewhere`;
