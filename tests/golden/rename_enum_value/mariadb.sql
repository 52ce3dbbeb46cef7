-- change_enum colour renames green to lime
ALTER TABLE `doors` MODIFY COLUMN `colour` enum('red', 'green', 'lime') NOT NULL;

-- change_enum colour renames green to lime
UPDATE `doors` SET `colour` = 'lime' WHERE `colour` = 'green';

-- change_enum colour renames green to lime
ALTER TABLE `doors`
    MODIFY COLUMN `colour` enum('red', 'lime') NOT NULL,
    MODIFY COLUMN `inside` enum('red', 'green', 'lime') NOT NULL DEFAULT 'green';

-- change_enum colour renames green to lime
UPDATE `doors` SET `inside` = 'lime' WHERE `inside` = 'green';

-- change_enum colour renames green to lime
ALTER TABLE `doors` MODIFY COLUMN `inside` enum('red', 'lime') NOT NULL DEFAULT 'lime';

-- change_enum colour renames green to lime
ALTER TABLE `walls`
    DROP CONSTRAINT `walls_paint_check`,
    ADD CONSTRAINT `walls_paint_check` CHECK (`paint` IN ('red', 'green', 'lime'));

-- change_enum colour renames green to lime
UPDATE `walls` SET `paint` = 'lime', `updated_at` = `updated_at` WHERE `paint` = 'green';

-- change_enum colour renames green to lime
ALTER TABLE `walls`
    DROP CONSTRAINT `walls_paint_check`,
    ADD CONSTRAINT `walls_paint_check` CHECK (`paint` IN ('red', 'lime'));

-- change_enum colour renames green to lime
ALTER TABLE `windows` MODIFY COLUMN `frame` enum('red', 'green', 'lime');

-- change_enum colour renames green to lime
UPDATE `windows` SET `frame` = 'lime' WHERE `frame` = 'green';

-- change_enum colour renames green to lime
ALTER TABLE `windows` MODIFY COLUMN `frame` enum('red', 'lime');
