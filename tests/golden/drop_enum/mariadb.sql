-- drop_table windows
DROP TABLE `windows`;
