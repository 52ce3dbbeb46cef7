-- add_column people.lucky
ALTER TABLE `people` ADD COLUMN `lucky` int NOT NULL DEFAULT (3 + 4);
