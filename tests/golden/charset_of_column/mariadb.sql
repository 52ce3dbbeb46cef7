-- create_table words
CREATE TABLE `words` (
    `code` varchar(3000) CHARACTER SET `latin1` COLLATE `latin1_bin` NOT NULL,
    `word` varchar(40) CHARACTER SET `utf8mb4` COLLATE utf8mb4_nopad_bin NOT NULL,
    UNIQUE INDEX `words_code_key` (`code`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
