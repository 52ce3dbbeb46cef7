-- create_view titles
CREATE VIEW `titles` AS
SELECT title FROM articles;

-- change_type articles.title
ALTER TABLE `articles` MODIFY COLUMN `title` varchar(120) COMMENT 'As printed.';
