-- set_default articles.words
ALTER TABLE "articles" ALTER COLUMN "words" DROP DEFAULT;

-- drop_check articles.articles_have_words
ALTER TABLE "articles" DROP CONSTRAINT "articles_have_words";

-- change_type articles.words
ALTER TABLE "articles" ALTER COLUMN "words" TYPE boolean USING "words" <> 0;
