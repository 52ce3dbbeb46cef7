-- rename_column doors.colour to outside
ALTER TABLE `doors` RENAME COLUMN `colour` TO `outside`;

-- rename_table doors to gates
ALTER TABLE `doors` RENAME TO `gates`;

-- drop_table gates
DROP TABLE `gates`;
