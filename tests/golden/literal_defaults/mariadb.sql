-- create_table defaults
CREATE TABLE `defaults` (
    `tiny` tinyint NOT NULL DEFAULT -128,
    `big` bigint NOT NULL DEFAULT 9223372036854775807,
    `price` decimal(12, 2) NOT NULL DEFAULT 12.5,
    `huge` decimal(25, 4) NOT NULL DEFAULT -123456789012345678901.5,
    `short_text` varchar(50) NOT NULL DEFAULT 'it''s',
    `long_text` longtext NOT NULL DEFAULT 'a
b',
    `yes` tinyint(1) NOT NULL DEFAULT 1,
    `no` tinyint(1) NOT NULL DEFAULT 0,
    `day` date NOT NULL DEFAULT '2024-02-29',
    `wall_clock` datetime NOT NULL DEFAULT '2024-02-29 12:30:00',
    `instant` datetime NOT NULL DEFAULT '2024-02-29 12:30:00',
    `document` json NOT NULL DEFAULT '{"a": [1, null]}',
    `token` uuid NOT NULL DEFAULT '6ba7b810-9dad-41d1-80b4-00c04fd430c8',
    `mood` enum('good', 'bad') NOT NULL DEFAULT 'bad'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
