-- add_column windows.frame
ALTER TABLE `windows` ADD COLUMN `frame` enum('red', 'green') NOT NULL DEFAULT 'red';
