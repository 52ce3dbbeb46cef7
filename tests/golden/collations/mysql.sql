-- create_table words
CREATE TABLE `words` (
    `word` varchar(40) COLLATE `utf8mb4_0900_ai_ci` NOT NULL,
    UNIQUE INDEX `words_word_key` (`word`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
