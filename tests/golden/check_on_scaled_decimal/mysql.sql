-- create_table amounts
CREATE TABLE `amounts` (
    `total` decimal(12, 2) NOT NULL,
    `paid` decimal(12, 2) NOT NULL,
    CONSTRAINT `amounts_not_negative` CHECK (total >= 0 AND paid <= total)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
