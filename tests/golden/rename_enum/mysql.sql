-- change_enum paint adds blue
ALTER TABLE `doors`
    MODIFY COLUMN `colour` enum('red', 'green', 'blue') NOT NULL,
    MODIFY COLUMN `inside` enum('red', 'green', 'blue') NOT NULL DEFAULT 'green';

-- change_enum paint adds blue
ALTER TABLE `walls`
    DROP CHECK `walls_paint_check`,
    ADD CONSTRAINT `walls_paint_check` CHECK (`paint` IN ('red', 'green', 'blue'));

-- change_enum paint adds blue
ALTER TABLE `windows` MODIFY COLUMN `frame` enum('red', 'green', 'blue');

-- drop_table doors
DROP TABLE `doors`;

-- drop_table windows
DROP TABLE `windows`;
