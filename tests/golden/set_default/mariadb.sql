-- set_default articles.words
ALTER TABLE `articles` MODIFY COLUMN `words` int NOT NULL DEFAULT 100;
