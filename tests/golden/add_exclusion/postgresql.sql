-- add_exclusion articles.articles_differ
ALTER TABLE "articles" ADD CONSTRAINT "articles_differ" EXCLUDE USING btree ("words" WITH =);
