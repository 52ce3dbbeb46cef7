-- drop_column doors.inside
ALTER TABLE `doors` DROP COLUMN `inside`;
