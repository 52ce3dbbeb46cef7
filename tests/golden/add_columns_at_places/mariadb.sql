-- add_column articles.pages, add_column articles.edition
ALTER TABLE `articles`
    ADD COLUMN `pages` int AFTER `words`,
    ADD COLUMN `edition` int NOT NULL DEFAULT 1 FIRST;
