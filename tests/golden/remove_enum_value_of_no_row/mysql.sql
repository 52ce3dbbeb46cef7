-- change_enum colour removes green
SELECT count(*) FROM `windows` WHERE `frame` = 'green';

-- change_enum colour removes green
ALTER TABLE `windows` MODIFY COLUMN `frame` enum('red') NOT NULL DEFAULT 'red';
