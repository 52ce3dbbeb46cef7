-- rename_constraint articles.articles_once to articles_differ
ALTER TABLE `articles` RENAME INDEX `articles_once` TO `articles_differ`;
