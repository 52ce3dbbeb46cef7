-- change_type articles.id
ALTER TABLE "articles" ALTER COLUMN "id" TYPE integer;
