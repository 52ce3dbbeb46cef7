-- change_type articles.words
ALTER TABLE `articles` MODIFY COLUMN `words` bigint NOT NULL DEFAULT 0;
