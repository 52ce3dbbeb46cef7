-- change_type articles.title
ALTER TABLE `articles` MODIFY COLUMN `title` int COMMENT 'As printed.';
