-- rename_index articles.articles_title_idx to articles_by_title
ALTER TABLE `articles` RENAME INDEX `articles_title_idx` TO `articles_by_title`;
