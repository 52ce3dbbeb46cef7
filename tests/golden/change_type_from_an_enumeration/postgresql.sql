-- add_column articles.kind
CREATE TYPE "article_kind" AS ENUM ('news', 'essay');

-- add_column articles.kind
ALTER TABLE "articles" ADD COLUMN "kind" "article_kind" NOT NULL DEFAULT 'news';

-- change_type articles.kind
ALTER TABLE "articles" ALTER COLUMN "kind" DROP DEFAULT, ALTER COLUMN "kind" TYPE varchar(20), ALTER COLUMN "kind" SET DEFAULT 'news';

-- change_type articles.kind
DROP TYPE "article_kind";
