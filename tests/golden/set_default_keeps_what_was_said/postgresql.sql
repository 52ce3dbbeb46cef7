-- add_column articles.created_at
ALTER TABLE "articles" ADD COLUMN "created_at" timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- add_column articles.updated_at
ALTER TABLE "articles" ADD COLUMN "updated_at" timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- set_column_comment articles.updated_at
COMMENT ON COLUMN "articles"."updated_at" IS 'When it was last touched.';

-- set_default articles.updated_at
ALTER TABLE "articles" ALTER COLUMN "updated_at" DROP DEFAULT;
