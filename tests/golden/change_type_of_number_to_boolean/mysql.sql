-- set_default articles.words, drop_check articles.articles_have_words
ALTER TABLE `articles`
    MODIFY COLUMN `words` int NOT NULL,
    DROP CHECK `articles_have_words`;

-- change_type articles.words
UPDATE `articles` SET `words` = `words` <> 0 WHERE `words` NOT IN (0, 1);

-- change_type articles.words
ALTER TABLE `articles` MODIFY COLUMN `words` tinyint(1) NOT NULL;
