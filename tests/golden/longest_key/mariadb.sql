-- create_table words
CREATE TABLE `words` (
    `word` varchar(384) NOT NULL,
    `meaning` varchar(384) NOT NULL,
    UNIQUE INDEX `words_word_meaning_key` (`word`, `meaning`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
