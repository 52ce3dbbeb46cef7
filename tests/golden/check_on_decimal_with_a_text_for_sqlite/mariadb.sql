-- create_table amounts
CREATE TABLE `amounts` (
    `total` decimal(12, 2) NOT NULL,
    CONSTRAINT `amounts_at_least_one` CHECK (total >= 1)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
