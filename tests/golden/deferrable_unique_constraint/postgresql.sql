-- add_unique_key articles.articles_words_key
ALTER TABLE "articles" ADD CONSTRAINT "articles_words_key" UNIQUE ("words") DEFERRABLE INITIALLY IMMEDIATE;
