-- rename_index articles.articles_title_idx to articles_by_title
DROP INDEX "articles_title_idx";

-- rename_index articles.articles_title_idx to articles_by_title
CREATE INDEX "articles_by_title" ON "articles" ("title");
