-- change_enum colour removes green
UPDATE `doors` SET `colour` = 'red' WHERE `colour` = 'green';

-- change_enum colour removes green
ALTER TABLE `doors` MODIFY COLUMN `colour` enum('red') NOT NULL;

-- change_enum colour removes green
UPDATE `doors` SET `inside` = 'red' WHERE `inside` = 'green';

-- change_enum colour removes green
ALTER TABLE `doors` MODIFY COLUMN `inside` enum('red') NOT NULL DEFAULT 'red';

-- change_enum colour removes green
UPDATE `walls` SET `paint` = 'red', `updated_at` = `updated_at` WHERE `paint` = 'green';

-- change_enum colour removes green
ALTER TABLE `walls`
    DROP CHECK `walls_paint_check`,
    ADD CONSTRAINT `walls_paint_check` CHECK (`paint` IN ('red'));

-- change_enum colour removes green
UPDATE `windows` SET `frame` = 'red' WHERE `frame` = 'green';

-- change_enum colour removes green
ALTER TABLE `windows` MODIFY COLUMN `frame` enum('red');
