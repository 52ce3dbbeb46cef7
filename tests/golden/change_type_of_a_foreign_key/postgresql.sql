-- change_type articles.author_id
ALTER TABLE "articles" ALTER COLUMN "author_id" TYPE integer;
