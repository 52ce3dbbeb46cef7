-- change_enum colour renames green to lime
ALTER TABLE `doors` DROP FOREIGN KEY `doors_colour_fkey`;

-- change_enum colour renames green to lime
ALTER TABLE `colours` MODIFY COLUMN `name` enum('red', 'green', 'grey', 'lime') NOT NULL;

-- change_enum colour renames green to lime
UPDATE `colours` SET `name` = 'lime' WHERE `name` = 'green';

-- change_enum colour renames green to lime
ALTER TABLE `colours` MODIFY COLUMN `name` enum('red', 'lime', 'grey') NOT NULL;

-- change_enum colour renames green to lime
ALTER TABLE `doors` MODIFY COLUMN `colour` enum('red', 'green', 'grey', 'lime') NOT NULL;

-- change_enum colour renames green to lime
UPDATE `doors` SET `colour` = 'lime' WHERE `colour` = 'green';

-- change_enum colour renames green to lime
ALTER TABLE `doors` MODIFY COLUMN `colour` enum('red', 'lime', 'grey') NOT NULL;

-- change_enum colour renames green to lime
ALTER TABLE `doors` ADD CONSTRAINT `doors_colour_fkey` FOREIGN KEY (`colour`) REFERENCES `colours` (`name`);
