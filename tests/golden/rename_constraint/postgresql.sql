-- rename_constraint articles.articles_have_words to words_are_counted
ALTER TABLE "articles" RENAME CONSTRAINT "articles_have_words" TO "words_are_counted";
