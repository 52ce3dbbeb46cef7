-- add_column people.height
ALTER TABLE `people` ADD COLUMN `height` int COMMENT 'In millimetres.';
