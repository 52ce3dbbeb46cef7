-- add_column articles.printed_on
ALTER TABLE `articles` ADD COLUMN `printed_on` date;

-- set_default articles.printed_on
ALTER TABLE `articles` MODIFY COLUMN `printed_on` date DEFAULT (CURRENT_DATE);
