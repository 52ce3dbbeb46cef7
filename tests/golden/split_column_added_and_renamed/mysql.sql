-- add_column books.isbn
ALTER TABLE `books` ADD COLUMN `isbn` varchar(13);

-- rename_column books.isbn to isbn13
ALTER TABLE `books` RENAME COLUMN `isbn` TO `isbn13`;
