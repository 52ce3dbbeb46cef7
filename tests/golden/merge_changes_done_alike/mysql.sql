-- add_column books.subtitle, add_column books.edition
ALTER TABLE `books`
    ADD COLUMN `subtitle` varchar(80),
    ADD COLUMN `edition` int NOT NULL DEFAULT 1;

-- rename_column books.title to name
ALTER TABLE `books` RENAME COLUMN `title` TO `name`;

-- drop_index books.(pages), add_index books.books_pages_chapters_idx, drop_column books.name
ALTER TABLE `books`
    DROP INDEX `books_pages_idx`,
    ADD INDEX `books_pages_chapters_idx` (`pages`, `chapters`),
    DROP INDEX `books_title_idx`,
    DROP COLUMN `name`;
