-- change_type articles.title
CREATE TYPE "title_kind" AS ENUM ('novel', 'poem');

-- change_type articles.title
ALTER TABLE "articles" ALTER COLUMN "title" TYPE "title_kind" USING "title"::"title_kind";

-- set_default articles.title
ALTER TABLE "articles" ALTER COLUMN "title" SET DEFAULT 'poem';
