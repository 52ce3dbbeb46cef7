-- create_table words
CREATE TABLE `words` (
    `word` longtext COLLATE `utf8mb4_bin` NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
