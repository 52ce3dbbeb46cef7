-- drop_check articles.articles_have_words
ALTER TABLE "articles" DROP CONSTRAINT "articles_have_words";

-- change_type articles.words
ALTER TABLE "articles" ALTER COLUMN "words" DROP DEFAULT, ALTER COLUMN "words" TYPE varchar(20) USING words || ' words', ALTER COLUMN "words" SET DEFAULT '0';
