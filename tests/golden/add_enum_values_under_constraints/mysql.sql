-- change_enum colour adds blue
ALTER TABLE `colours` MODIFY COLUMN `name` enum('red', 'green', 'grey', 'blue') NOT NULL;

-- change_enum colour adds blue, change_enum colour adds pink
ALTER TABLE `doors`
    MODIFY COLUMN `colour` enum('red', 'green', 'grey', 'blue') NOT NULL,
    DROP FOREIGN KEY `doors_colour_fkey`;

-- change_enum colour adds pink
ALTER TABLE `colours` MODIFY COLUMN `name` enum('pink', 'red', 'green', 'grey', 'blue') NOT NULL;

-- change_enum colour adds pink
ALTER TABLE `doors` MODIFY COLUMN `colour` enum('pink', 'red', 'green', 'grey', 'blue') NOT NULL;

-- change_enum colour adds pink
ALTER TABLE `doors` ADD CONSTRAINT `doors_colour_fkey` FOREIGN KEY (`colour`) REFERENCES `colours` (`name`);
