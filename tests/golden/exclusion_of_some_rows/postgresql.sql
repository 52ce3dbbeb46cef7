-- add_exclusion articles.articles_apart
ALTER TABLE "articles" ADD CONSTRAINT "articles_apart" EXCLUDE USING gist (int4range(0, words) WITH &&) WHERE (published) DEFERRABLE INITIALLY DEFERRED;

-- rename_constraint articles.articles_apart to articles_far_apart
ALTER TABLE "articles" RENAME CONSTRAINT "articles_apart" TO "articles_far_apart";
