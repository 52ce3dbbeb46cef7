-- change_enum colour adds blue
ALTER TABLE `doors`
    MODIFY COLUMN `colour` enum('red', 'green', 'blue') NOT NULL,
    MODIFY COLUMN `inside` enum('red', 'green', 'blue') NOT NULL DEFAULT 'green';

-- change_enum colour adds blue
ALTER TABLE `walls`
    DROP CHECK `walls_paint_check`,
    ADD CONSTRAINT `walls_paint_check` CHECK (`paint` IN ('red', 'green', 'blue'));

-- change_enum colour adds blue
ALTER TABLE `windows` MODIFY COLUMN `frame` enum('red', 'green', 'blue');

-- change_enum colour adds pink
ALTER TABLE `doors`
    MODIFY COLUMN `colour` enum('red', 'pink', 'green', 'blue') NOT NULL,
    MODIFY COLUMN `inside` enum('red', 'pink', 'green', 'blue') NOT NULL DEFAULT 'green';

-- change_enum colour adds pink
ALTER TABLE `walls`
    DROP CHECK `walls_paint_check`,
    ADD CONSTRAINT `walls_paint_check` CHECK (`paint` IN ('red', 'pink', 'green', 'blue'));

-- change_enum colour adds pink
ALTER TABLE `windows` MODIFY COLUMN `frame` enum('red', 'pink', 'green', 'blue');
