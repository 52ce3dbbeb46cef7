-- rename_column places.people to inhabitants
ALTER TABLE `places` RENAME COLUMN `people` TO `inhabitants`;
