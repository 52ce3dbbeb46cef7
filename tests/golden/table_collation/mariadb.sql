-- create_table words
CREATE TABLE `words` (
    `word` varchar(40) NOT NULL,
    UNIQUE INDEX `words_word_key` (`word`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=`utf8mb4_general_ci` ROW_FORMAT=COMPRESSED;
