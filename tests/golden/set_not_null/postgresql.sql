-- set_not_null articles.title
ALTER TABLE "articles" ALTER COLUMN "title" SET NOT NULL;
