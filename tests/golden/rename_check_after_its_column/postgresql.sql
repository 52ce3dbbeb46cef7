-- rename_column articles.words to length
ALTER TABLE "articles" RENAME COLUMN "words" TO "length";

-- rename_constraint articles.articles_have_words to articles_have_length
ALTER TABLE "articles" RENAME CONSTRAINT "articles_have_words" TO "articles_have_length";
