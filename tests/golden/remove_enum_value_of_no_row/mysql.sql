-- change_enum colour removes green
ALTER TABLE `windows` MODIFY COLUMN `frame` enum('red') NOT NULL DEFAULT 'red';
