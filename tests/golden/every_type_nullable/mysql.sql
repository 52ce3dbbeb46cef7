-- create_table everything
CREATE TABLE `everything` (
    `tiny` tinyint,
    `small` smallint,
    `whole` int,
    `big` bigint,
    `price` decimal(12, 2),
    `huge` decimal(65, 30),
    `short_text` varchar(50),
    `long_text` longtext,
    `yes` tinyint(1),
    `day` date,
    `wall_clock` datetime(6),
    `instant` datetime(6),
    `document` json,
    `picture` longblob,
    `token` char(36) CHARACTER SET ascii COLLATE ascii_general_ci,
    `mood` enum('good', 'bad')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
