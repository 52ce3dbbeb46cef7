-- set_index_visibility articles.articles_title_idx invisible
ALTER TABLE `articles` ALTER INDEX `articles_title_idx` IGNORED;
