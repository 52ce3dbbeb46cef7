-- drop_not_null articles.words
ALTER TABLE "articles" ALTER COLUMN "words" DROP NOT NULL;
