-- drop_table articles
DROP TABLE "articles";
