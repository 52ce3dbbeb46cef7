-- create_table amounts
CREATE TABLE `amounts` (
    `total` decimal(20, 2) NOT NULL,
    CONSTRAINT `amounts_not_negative` CHECK (total >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
