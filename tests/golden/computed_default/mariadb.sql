-- create_table sums
CREATE TABLE `sums` (
    `total` int NOT NULL DEFAULT (1 + 1),
    `word` varchar(20) NOT NULL DEFAULT (lower('ABC'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
