-- change_type articles.title
ALTER TABLE "articles" ALTER COLUMN "title" TYPE text;
