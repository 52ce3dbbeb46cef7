-- assume readers does not exist
SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'readers' COLLATE NOCASE);

-- drop_table articles
DROP TABLE "articles";
