-- assume readers does not exist
SELECT EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('"readers"') AND relkind IN ('r', 'p', 'f'));

-- drop_table articles
DROP TABLE "articles";
