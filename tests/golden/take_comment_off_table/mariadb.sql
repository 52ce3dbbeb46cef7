-- set_table_comment projects
ALTER TABLE `projects` COMMENT '';
