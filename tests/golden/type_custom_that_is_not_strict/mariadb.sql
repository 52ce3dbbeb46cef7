-- create_table things
CREATE TABLE `things` (
    `amount` decimal(20, 2) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
