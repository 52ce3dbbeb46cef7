-- change_enum colour adds blue
ALTER TABLE `doors`
    MODIFY COLUMN `colour` enum('red', 'blue', 'green') NOT NULL,
    MODIFY COLUMN `inside` enum('red', 'blue', 'green') NOT NULL DEFAULT 'green';

-- change_enum colour adds blue
ALTER TABLE `walls`
    DROP CHECK `walls_paint_check`,
    ADD CONSTRAINT `walls_paint_check` CHECK (`paint` IN ('red', 'blue', 'green'));

-- change_enum colour adds blue
ALTER TABLE `windows` MODIFY COLUMN `frame` enum('red', 'blue', 'green');

-- change_enum colour renames green to lime
ALTER TABLE `doors` MODIFY COLUMN `colour` enum('red', 'blue', 'green', 'lime') NOT NULL;

-- change_enum colour renames green to lime
UPDATE `doors` SET `colour` = 'lime' WHERE `colour` = 'green';

-- change_enum colour renames green to lime
ALTER TABLE `doors`
    MODIFY COLUMN `colour` enum('red', 'blue', 'lime') NOT NULL,
    MODIFY COLUMN `inside` enum('red', 'blue', 'green', 'lime') NOT NULL DEFAULT 'green';

-- change_enum colour renames green to lime
UPDATE `doors` SET `inside` = 'lime' WHERE `inside` = 'green';

-- change_enum colour renames green to lime
ALTER TABLE `doors` MODIFY COLUMN `inside` enum('red', 'blue', 'lime') NOT NULL DEFAULT 'lime';

-- change_enum colour renames green to lime
ALTER TABLE `walls`
    DROP CHECK `walls_paint_check`,
    ADD CONSTRAINT `walls_paint_check` CHECK (`paint` IN ('red', 'blue', 'green', 'lime'));

-- change_enum colour renames green to lime
UPDATE `walls` SET `paint` = 'lime', `updated_at` = `updated_at` WHERE `paint` = 'green';

-- change_enum colour renames green to lime
ALTER TABLE `walls`
    DROP CHECK `walls_paint_check`,
    ADD CONSTRAINT `walls_paint_check` CHECK (`paint` IN ('red', 'blue', 'lime'));

-- change_enum colour renames green to lime
ALTER TABLE `windows` MODIFY COLUMN `frame` enum('red', 'blue', 'green', 'lime');

-- change_enum colour renames green to lime
UPDATE `windows` SET `frame` = 'lime' WHERE `frame` = 'green';

-- change_enum colour renames green to lime
ALTER TABLE `windows` MODIFY COLUMN `frame` enum('red', 'blue', 'lime');

-- change_enum colour removes lime
UPDATE `doors` SET `colour` = 'red' WHERE `colour` = 'lime';

-- change_enum colour removes lime
ALTER TABLE `doors` MODIFY COLUMN `colour` enum('red', 'blue') NOT NULL;

-- change_enum colour removes lime
UPDATE `doors` SET `inside` = 'red' WHERE `inside` = 'lime';

-- change_enum colour removes lime
ALTER TABLE `doors` MODIFY COLUMN `inside` enum('red', 'blue') NOT NULL DEFAULT 'red';

-- change_enum colour removes lime
UPDATE `walls` SET `paint` = 'red', `updated_at` = `updated_at` WHERE `paint` = 'lime';

-- change_enum colour removes lime
ALTER TABLE `walls`
    DROP CHECK `walls_paint_check`,
    ADD CONSTRAINT `walls_paint_check` CHECK (`paint` IN ('red', 'blue'));

-- change_enum colour removes lime
UPDATE `windows` SET `frame` = 'red' WHERE `frame` = 'lime';

-- change_enum colour removes lime
ALTER TABLE `windows` MODIFY COLUMN `frame` enum('red', 'blue');
