-- set_default articles.words
ALTER TABLE "articles" ALTER COLUMN "words" DROP DEFAULT;
