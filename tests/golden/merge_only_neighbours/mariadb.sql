-- add_column books.summary
ALTER TABLE `books` ADD COLUMN `summary` longtext;

-- add_column authors.life
ALTER TABLE `authors` ADD COLUMN `life` longtext;

-- add_column books.blurb
ALTER TABLE `books` ADD COLUMN `blurb` longtext;
