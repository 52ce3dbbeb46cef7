-- add_column articles.editor_id
ALTER TABLE "articles" ADD COLUMN "editor_id" bigint;

-- add_foreign_key articles.articles_editor_id_fkey
ALTER TABLE "articles" ADD CONSTRAINT "articles_editor_id_fkey" FOREIGN KEY ("editor_id") REFERENCES "authors" ("id") DEFERRABLE INITIALLY DEFERRED;

-- set_not_null articles.editor_id
UPDATE "articles" SET "editor_id" = "author_id" WHERE "editor_id" IS NULL;

-- set_not_null articles.editor_id
SET CONSTRAINTS ALL IMMEDIATE;

-- set_not_null articles.editor_id
ALTER TABLE "articles" ALTER COLUMN "editor_id" SET NOT NULL;
