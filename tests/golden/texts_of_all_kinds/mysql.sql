-- create_table texts
CREATE TABLE `texts` (
    `quotes` varchar(80) NOT NULL DEFAULT 'it''s "quoted" and `quoted`' COMMENT 'it''s "said"',
    `backslashes` varchar(80) NOT NULL DEFAULT 'C:\\new\\\\ \\''' COMMENT 'C:\\new\\',
    `binds` varchar(80) NOT NULL DEFAULT '12:30 :name $1 ? %s 100%' COMMENT ':name ? % $1',
    `lines` varchar(80) NOT NULL DEFAULT 'one
two
	three' COMMENT 'one
two',
    `letters` varchar(80) NOT NULL DEFAULT 'ä € 漢' COMMENT 'ä € 漢',
    `sql` varchar(80) NOT NULL DEFAULT '''); DROP TABLE texts; -- /* x' COMMENT '-- ; /* x',
    `empty` varchar(80) NOT NULL DEFAULT '',
    CONSTRAINT `texts_check` CHECK (quotes <> 'it''s :x ? % ;')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin COMMENT 'it''s "the" \\ table :n ? %
of texts';
