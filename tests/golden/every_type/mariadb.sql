-- create_table everything
CREATE TABLE `everything` (
    `tiny` tinyint NOT NULL,
    `small` smallint NOT NULL,
    `whole` int NOT NULL,
    `big` bigint NOT NULL,
    `price` decimal(12, 2) NOT NULL,
    `huge` decimal(65, 30) NOT NULL,
    `short_text` varchar(50) NOT NULL,
    `long_text` longtext NOT NULL,
    `yes` tinyint(1) NOT NULL,
    `day` date NOT NULL,
    `wall_clock` datetime(6) NOT NULL,
    `instant` datetime(6) NOT NULL,
    `document` json NOT NULL,
    `picture` longblob NOT NULL,
    `token` uuid NOT NULL,
    `mood` enum('good', 'bad') NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
