-- rename_constraint articles.articles_author_id_fkey to articles_have_authors
ALTER TABLE "articles" RENAME CONSTRAINT "articles_author_id_fkey" TO "articles_have_authors";
