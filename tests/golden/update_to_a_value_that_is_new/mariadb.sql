-- change_enum colour adds blue
ALTER TABLE `doors`
    MODIFY COLUMN `colour` enum('red', 'green', 'blue') NOT NULL,
    MODIFY COLUMN `inside` enum('red', 'green', 'blue') NOT NULL DEFAULT 'green';

-- update_rows doors
UPDATE `doors` SET `colour` = 'blue'
WHERE (colour = 'red');
