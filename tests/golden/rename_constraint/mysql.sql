-- rename_constraint articles.articles_have_words to words_are_counted
ALTER TABLE `articles`
    DROP CHECK `articles_have_words`,
    ADD CONSTRAINT `words_are_counted` CHECK (words >= 0);
