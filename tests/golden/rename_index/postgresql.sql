-- rename_index articles.articles_title_idx to articles_by_title
ALTER INDEX "articles_title_idx" RENAME TO "articles_by_title";
