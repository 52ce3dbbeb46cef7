-- assume readers does not exist
SELECT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'readers' AND table_type <> 'VIEW');

-- drop_table articles
DROP TABLE `articles`;
