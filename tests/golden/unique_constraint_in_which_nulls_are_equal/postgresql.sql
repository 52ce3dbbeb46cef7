-- add_unique_key articles.articles_title_key
ALTER TABLE "articles" ADD CONSTRAINT "articles_title_key" UNIQUE NULLS NOT DISTINCT ("title");
