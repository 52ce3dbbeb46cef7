-- change_enum colour removes green
SELECT count(*) FROM `colours` WHERE `name` = 'green';

-- change_enum colour removes green
SELECT count(*) FROM `doors` WHERE `colour` = 'green';

-- change_enum colour removes green
ALTER TABLE `doors` DROP FOREIGN KEY `doors_colour_fkey`;

-- change_enum colour removes green
ALTER TABLE `colours` MODIFY COLUMN `name` enum('red', 'grey') NOT NULL;

-- change_enum colour removes green
ALTER TABLE `doors` MODIFY COLUMN `colour` enum('red', 'grey') NOT NULL;

-- change_enum colour removes green
ALTER TABLE `doors` ADD CONSTRAINT `doors_colour_fkey` FOREIGN KEY (`colour`) REFERENCES `colours` (`name`);
