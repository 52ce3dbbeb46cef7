-- set_column_comment people.id
ALTER TABLE `people` MODIFY COLUMN `id` bigint NOT NULL AUTO_INCREMENT COMMENT 'A number.';
