-- create_table wide
CREATE TABLE `wide` (
    `body` varchar(16380) NOT NULL,
    `rest` longtext NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
