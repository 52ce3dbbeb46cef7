-- create_table log
CREATE TABLE `log` (
    `id` bigint NOT NULL AUTO_INCREMENT,
    PRIMARY KEY (`id`)
) ENGINE=`MyISAM` DEFAULT CHARSET=`latin1` COLLATE=`latin1_bin` ROW_FORMAT=DYNAMIC;
