-- drop_table doors
DROP TABLE `doors`;

-- drop_column windows.frame
ALTER TABLE `windows` DROP COLUMN `frame`;
