-- create_table things
CREATE TABLE `things` (
    `tiny` tinyint unsigned NOT NULL DEFAULT 255,
    `small` smallint unsigned NOT NULL DEFAULT 65535,
    `whole` int unsigned NOT NULL DEFAULT 4294967295,
    `big` bigint unsigned NOT NULL DEFAULT 18446744073709551615,
    `ratio` float NOT NULL DEFAULT 0.5,
    `exact_ratio` double NOT NULL DEFAULT -1.5e+300,
    `price` decimal(12, 2) NOT NULL DEFAULT -12.5,
    `scaled` decimal(18, 4) NOT NULL DEFAULT 0.0001,
    `flags` bit(10) NOT NULL DEFAULT b'1000000001'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
