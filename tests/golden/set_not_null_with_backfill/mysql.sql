-- set_not_null articles.title
UPDATE `articles` SET `title` = 'untitled' WHERE `title` IS NULL;

-- set_not_null articles.title
ALTER TABLE `articles` MODIFY COLUMN `title` varchar(80) NOT NULL COMMENT 'As printed.';
