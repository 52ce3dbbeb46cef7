-- drop_foreign_key books.(author_id)
ALTER TABLE `books`
    DROP FOREIGN KEY `books_author_id_fkey`,
    DROP INDEX `books_author_id_fkey`;

-- add_foreign_key books.books_author_id_fkey
ALTER TABLE `books`
    ADD CONSTRAINT `books_author_id_fkey` FOREIGN KEY (`author_id`) REFERENCES `authors` (`id`) ON DELETE CASCADE,
    ADD INDEX `books_author_id_fkey` (`author_id`);
