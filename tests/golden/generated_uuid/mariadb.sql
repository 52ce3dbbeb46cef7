-- create_table sessions
CREATE TABLE `sessions` (
    `id` uuid NOT NULL DEFAULT (uuid()),
    PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
