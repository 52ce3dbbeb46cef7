-- set_not_null articles.title
UPDATE "articles" SET "title" = 'untitled' WHERE "title" IS NULL;

-- set_not_null articles.title
ALTER TABLE "articles" ALTER COLUMN "title" SET NOT NULL;
