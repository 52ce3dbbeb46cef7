-- rename_constraint articles.articles_author_id_fkey to articles_have_authors
ALTER TABLE `articles`
    DROP FOREIGN KEY `articles_author_id_fkey`,
    ADD CONSTRAINT `articles_have_authors` FOREIGN KEY (`author_id`) REFERENCES `authors` (`id`);
