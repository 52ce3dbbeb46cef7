-- add_column articles.kind
ALTER TABLE `articles` ADD COLUMN `kind` enum('news', 'essay') NOT NULL DEFAULT 'news';

-- change_type articles.kind
ALTER TABLE `articles` MODIFY COLUMN `kind` enum('news') NOT NULL DEFAULT 'news';
