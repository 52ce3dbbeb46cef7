-- create_table words
CREATE TABLE `words` (
    `word` enum('it''s', 'a\\b', '"q"', 'x, y', '100%', '?', ':n', 'A', 'a', 'ä') NOT NULL DEFAULT 'a\\b'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
