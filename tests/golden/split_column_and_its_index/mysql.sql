-- add_column books.isbn
ALTER TABLE `books` ADD COLUMN `isbn` varchar(13);

-- add_index books.books_isbn_idx
ALTER TABLE `books` ADD INDEX `books_isbn_idx` (`isbn`);
