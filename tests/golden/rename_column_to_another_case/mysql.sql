-- rename_column people.name to Name
ALTER TABLE `people` RENAME COLUMN `name` TO `Name`;
