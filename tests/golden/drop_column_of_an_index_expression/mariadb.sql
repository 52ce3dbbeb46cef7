-- drop_column places.people
ALTER TABLE `places` DROP COLUMN `people`;
