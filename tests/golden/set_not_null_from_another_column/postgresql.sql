-- add_column articles.created_at
ALTER TABLE "articles" ADD COLUMN "created_at" timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- add_column articles.updated_at
ALTER TABLE "articles" ADD COLUMN "updated_at" timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- add_column articles.heading
ALTER TABLE "articles" ADD COLUMN "heading" varchar(80);

-- set_not_null articles.heading
UPDATE "articles" SET "heading" = "title" WHERE "heading" IS NULL;

-- set_not_null articles.heading
ALTER TABLE "articles" ALTER COLUMN "heading" SET NOT NULL;
