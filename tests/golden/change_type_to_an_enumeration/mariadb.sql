-- change_type articles.title
ALTER TABLE `articles` MODIFY COLUMN `title` enum('novel', 'poem') COMMENT 'As printed.';

-- set_default articles.title
ALTER TABLE `articles` MODIFY COLUMN `title` enum('novel', 'poem') DEFAULT 'poem' COMMENT 'As printed.';
