-- add_column articles.kind
ALTER TABLE `articles` ADD COLUMN `kind` enum('news', 'essay') NOT NULL;

-- change_type articles.kind
ALTER TABLE `articles` MODIFY COLUMN `kind` enum('news') NOT NULL;
