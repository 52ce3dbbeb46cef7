-- change_enum colour removes green
UPDATE `doors` SET `colour` = 'red' WHERE `colour` = 'green';

-- change_enum colour removes green
ALTER TABLE `doors` MODIFY COLUMN `colour` enum('red') NOT NULL;

-- change_enum colour removes green
UPDATE `doors` SET `inside` = 'red' WHERE `inside` = 'green';

-- change_enum colour removes green
ALTER TABLE `doors` MODIFY COLUMN `inside` enum('red') NOT NULL DEFAULT 'red';
