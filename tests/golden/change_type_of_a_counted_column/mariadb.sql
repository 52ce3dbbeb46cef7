-- change_type articles.id
ALTER TABLE `articles` MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT;
