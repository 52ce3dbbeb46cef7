-- add_check books.books_have_pages, add_check books.books_have_chapters, add_column books.weight
ALTER TABLE `books`
    ADD CONSTRAINT `books_have_pages` CHECK (pages > 0),
    ADD CONSTRAINT `books_have_chapters` CHECK (CHAPTERS > 0 AND pages > 1),
    ADD COLUMN `weight` int NOT NULL DEFAULT (1 + 1);

-- add_check books.books_weigh
ALTER TABLE `books` ADD CONSTRAINT `books_weigh` CHECK (weight > 0);
