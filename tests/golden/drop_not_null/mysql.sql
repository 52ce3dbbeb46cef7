-- drop_not_null articles.words
ALTER TABLE `articles` MODIFY COLUMN `words` int DEFAULT 0;
