-- change_type articles.words
ALTER TABLE "articles" ALTER COLUMN "words" TYPE bigint;
