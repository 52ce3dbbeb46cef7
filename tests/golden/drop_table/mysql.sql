-- drop_table notes
DROP TABLE `notes`;
